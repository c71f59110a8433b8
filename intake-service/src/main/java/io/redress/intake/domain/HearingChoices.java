package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Occasion.ChoiceGoesOn;
import io.redress.intake.domain.Occasion.ChoiceGoesOn.Why;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is chosen is begun, or goes on where it was chosen before; the customer hears once which of them (R106, R111). */
final class HearingChoices {
    private final Messages messages;
    private final Promises promises;

    HearingChoices(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    Decision<IntakeFact> hear(Filed filed, OptionChosen chosen, String id, Instant now) {
        if (Boolean.TRUE.equals(chosen.goesOn())) {
            return goesOn(filed, chosen.title(), Why.CHOSEN, chosen.dueAt(), id, now);
        }
        Instant dueAt = stillToCome(chosen.dueAt(), now);
        Instant by = nextBy(dueAt, now);
        return Decision.accept(
                executing(filed, by),
                messages.about(
                        filed,
                        new Occasion.ExecutionStarted(
                                chosen.title(), dueAt, by, Objects.requireNonNullElse(chosen.kept(), List.of())),
                        id,
                        now));
    }

    Decision<IntakeFact> hear(Filed filed, ChoiceUpheld upheld, String id, Instant now) {
        return switch (upheld.reason()) {
            case SILENCE -> goesOn(filed, upheld.title(), Why.NOTHING_CHOSEN, upheld.dueAt(), id, now);
            case NOTHING_ELSE -> goesOn(filed, upheld.title(), Why.NOTHING_ELSE, upheld.dueAt(), id, now);
            // All of it is done, which is told right after this; or an older service has not said why.
            case DONE -> Decision.accept(executing(filed, now.plus(promises.update())));
            case null -> Decision.accept(executing(filed, now.plus(promises.update())));
        };
    }

    private Decision<IntakeFact> goesOn(
            Filed filed, String title, Why why, @Nullable Instant promised, String id, Instant now) {
        Instant dueAt = stillToCome(promised, now);
        Instant by = nextBy(dueAt, now);
        return Decision.accept(
                executing(filed, by), messages.about(filed, new ChoiceGoesOn(title, why, dueAt, by), id, now));
    }

    /** A date that has passed before it could be said is not promised any more. */
    private static @Nullable Instant stillToCome(@Nullable Instant promised, Instant now) {
        return promised == null || !promised.isAfter(now) ? null : promised;
    }

    private Instant nextBy(@Nullable Instant dueAt, Instant now) {
        Instant update = now.plus(promises.update());
        return dueAt != null && dueAt.isBefore(update) ? dueAt : update;
    }

    private static IntakeFact executing(Filed filed, Instant by) {
        return new MovedOn(filed.progress().at(Step.EXECUTE, Status.OPEN, new Next(NextStep.EXECUTION_FINISHES, by)));
    }
}
