package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClearanceEvent.ProposalCountered;
import io.redress.contracts.ClearanceEvent.ProposalDeclined;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.IntakeEvent.StepDeviated.Move;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Occasion.ThinkingAgain;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the customer says instead of choosing is confirmed once, and the case is with the departments again (R106, R109). */
final class HearingBargains {
    private final Messages messages;
    private final Promises promises;

    HearingBargains(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    Decision<IntakeFact> hear(Filed filed, ProposalDeclined declined, String id, Instant now) {
        Instant by = now.plus(promises.update());
        boolean last = isZero(declined.roundsLeft());
        // The departments have said what they can do, so the last plain no goes to the consultant.
        ThinkingAgain heard = new ThinkingAgain(null, declined.reason(), null, null, last, last, by);
        return back(filed, "The customer wants none of what was proposed.", heard, id, now);
    }

    Decision<IntakeFact> hear(Filed filed, ProposalCountered countered, String id, Instant now) {
        Instant by = now.plus(promises.update());
        ThinkingAgain heard = new ThinkingAgain(
                countered.wants(),
                countered.words(),
                countered.amount(),
                countered.days(),
                isZero(countered.roundsLeft()),
                false,
                by);
        return back(filed, reason(countered.wants()), heard, id, now);
    }

    private Decision<IntakeFact> back(Filed filed, String reason, ThinkingAgain heard, String id, Instant now) {
        if (filed.progress().status() == Status.CLOSED) {
            return Decision.nothing();
        }
        return Decision.accept(
                Deviations.told(filed, Move.REVISITED, Step.COORDINATE, reason, now),
                new MovedOn(filed.progress()
                        .at(Step.COORDINATE, Status.OPEN, new Next(NextStep.DEPARTMENT_ANSWERS, heard.nextBy()))),
                messages.about(filed, heard, id, now));
    }

    private static boolean isZero(@Nullable Integer roundsLeft) {
        return Objects.equals(roundsLeft, 0);
    }

    private static String reason(Dimension wants) {
        return switch (wants) {
            case TIME -> "The customer would agree if it were sooner.";
            case COST -> "The customer would agree to another amount.";
            case QUALITY -> "The customer would agree if it were better done.";
        };
    }
}
