package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.department.application.CooperationView;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.Speaker;
import java.util.List;
import java.util.stream.Collectors;

/** What a caller may see of a case, and for whom the caller speaks. */
final class CooperationAccess {
    private CooperationAccess() {}

    /** The caller as somebody who adds to a case. */
    static Speaker speaker(Caller caller) {
        return new Speaker(
                caller.subject(),
                caller.isAny("consultant", "supervisor"),
                caller.departments().stream().map(DepartmentCode::new).collect(Collectors.toSet()));
    }

    /** Whether the caller answers for all cases. */
    static boolean seesAll(Caller caller) {
        return caller.isAny("consultant", "supervisor", "auditor");
    }

    /**
     * The whole case for those who have a part in it or answer for all cases, without the customer's words for those who
     * only audit it; for others what was said by or to them.
     * Contributing is open to everybody, reading is not (R68, R85).
     */
    static CooperationView seen(CaseId id, DepartmentCase state, Caller caller) {
        Speaker speaker = speaker(caller);
        boolean works = caller.isAny("consultant", "supervisor")
                || speaker.departments().stream().anyMatch(it -> CooperationView.isInvolved(state, it));
        return works || caller.is("auditor")
                ? CooperationView.whole(id, state, works)
                : CooperationView.own(id, state, speaker);
    }

    /**
     * What an accepted addition has left behind.
     *
     * @throws Refusal 404 where the case or the question does not exist for the caller, 409 or 422 where it was refused
     */
    static Answers.Written written(Outcome<DepartmentCase, DepartmentFact> outcome) {
        if (outcome instanceof Outcome.Rejected<DepartmentCase, DepartmentFact>(String code, String why, var _)) {
            throw refusal(code, why);
        }
        Outcome.Accepted<DepartmentCase, DepartmentFact> accepted = Outcomes.accepted(outcome);
        Answers.Written now = Outcomes.written(accepted.view(), DepartmentDefinition.STREAM);
        return new Answers.Written(
                now.caseId(), now.revision(), now.positions(), accepted.events().isEmpty());
    }

    private static RuntimeException refusal(String code, String why) {
        return switch (code) {
            case "unknown-case", "unknown-question" -> Refusal.notFound();
            case "reply-id-reused" -> Refusal.unprocessable("idempotency-key-reused", why + ".");
            case "words-missing" -> Refusal.unprocessable(List.of(new Reason("/text", why + ".")));
            case "words-wanted" -> Refusal.unprocessable(List.of(new Reason("/fields", why + ".")));
            default -> Refusal.conflict(code, why + ".", null);
        };
    }

    /** The case of an accepted addition. */
    static DepartmentCase state(Outcome<DepartmentCase, DepartmentFact> outcome) {
        return Outcomes.accepted(outcome).view().state();
    }

    /** The case of an accepted addition, as the caller may see it. */
    static CooperationView body(CaseId id, Outcome<DepartmentCase, DepartmentFact> outcome, Caller caller) {
        CaseView<DepartmentCase> view = Outcomes.accepted(outcome).view();
        return seen(id, view.state(), caller);
    }
}
