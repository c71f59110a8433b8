package io.redress.intake.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.security.Caller;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Known;
import io.redress.intake.domain.IntakeState.Organisation;
import io.redress.intake.domain.IntakeState.Prepared;
import io.redress.intake.domain.IntakeState.Unfiled;
import java.util.Locale;

/** Who may say something in a case, and how it is answered. */
final class CaseAccess {
    private CaseAccess() {}

    /**
     * The case, for those who may speak in it: consultants, and a frontline app in the cases that it filed.
     *
     * @throws Refusal 404 for everybody else
     */
    static Filed toSpeak(CaseView<IntakeState> view, Caller caller) {
        if (view.state() instanceof Filed filed
                && (caller.is("consultant")
                        || caller.is("frontline")
                                && filed.complaint().submittedBy().equals(caller.subject()))) {
            return filed;
        }
        throw Refusal.notFound();
    }

    /**
     * What was decided.
     *
     * @throws Refusal 409 with the present status, or 422 where a key was used for something else
     */
    static Outcome.Accepted<IntakeState, IntakeFact> accepted(Outcome<IntakeState, IntakeFact> outcome) {
        if (outcome instanceof Outcome.Rejected<IntakeState, IntakeFact>(String code, String why, var view)) {
            throw code.equals("idempotency-key-reused")
                    ? Refusal.unprocessable(code, why + ".")
                    : Refusal.conflict(code, why + ".", status(view));
        }
        return Outcomes.accepted(outcome);
    }

    /** What the write has left behind; nothing new where it had been done before. */
    static Answers.Written written(Outcome.Accepted<IntakeState, IntakeFact> accepted) {
        Answers.Written written = Outcomes.written(accepted.view(), IntakeDefinition.STREAM);
        return new Answers.Written(
                written.caseId(),
                written.revision(),
                written.positions(),
                accepted.events().isEmpty());
    }

    static Filed filed(CaseView<IntakeState> view) {
        if (view.state() instanceof Filed filed) {
            return filed;
        }
        throw Refusal.notFound();
    }

    private static String status(CaseView<IntakeState> view) {
        return switch (view.state()) {
            case Filed filed -> filed.progress().status().name().toLowerCase(Locale.ROOT);
            case Drilled(var drill) -> drill.ended() ? "ended" : "open";
            case Prepared(var _, var closed, var _, var _) -> closed ? "closed" : "open";
            case Unfiled _, Known _, Organisation _, IntakeState.Remedied _ -> "unknown";
        };
    }
}
