package io.redress.intake.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.IntakeEvent.StepDeviated;
import io.redress.contracts.IntakeEvent.StepDeviated.Move;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A case may go back, skip a step or take one again, but never without saying why (R12). */
final class Deviations {
    private Deviations() {}

    static List<IntakeFact> of(Filed filed, SolutionsProposed proposed, Instant now) {
        Step at = filed.progress().step();
        if (at.compareTo(Step.PROPOSE) < 0) {
            return List.of();
        }
        String reason = proposed.disclosure() == null
                ? "What was offered before does not fit any more."
                : proposed.disclosure();
        return List.of(told(filed, at == Step.PROPOSE ? Move.REPEATED : Move.REVISITED, Step.PROPOSE, reason, now));
    }

    /** What a case ends without, and why it could. */
    static List<IntakeFact> of(Filed filed, CaseClosed closed, Instant now) {
        if (!Outlook.createsWork(filed.diagnosis().hypotheses().getFirst().cause())) {
            return Stream.of(Step.COORDINATE, Step.PROPOSE, Step.EXECUTE)
                    .filter(step -> step.compareTo(filed.progress().step()) > 0)
                    .map(step -> told(filed, Move.SKIPPED, step, "There was nothing for departments to solve.", now))
                    .toList();
        }
        return closed.reason() == CaseClosed.Reason.ANNOUNCED_EXPIRY
                        && filed.progress().step() == Step.PROPOSE
                ? List.of(told(
                        filed, Move.SKIPPED, Step.EXECUTE, "The customer chose nothing in the announced time.", now))
                : List.of();
    }

    static IntakeFact told(Filed filed, Move move, Step step, String reason, Instant now) {
        CaseId caseId = filed.diagnosis().caseId();
        return new Published(new StepDeviated(caseId, move, code(step), reason, now));
    }

    private static String code(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
