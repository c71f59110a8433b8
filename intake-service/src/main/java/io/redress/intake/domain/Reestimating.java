package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import java.time.Instant;

/** A result comes later than it was expected: the customer hears so at once and gets the new date (R69). */
final class Reestimating {
    private final Messages messages;
    private final Promises promises;

    Reestimating(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    /** Why it takes longer and who is silent stays inside; that it does, and until when, is the customer's business. */
    Decision<IntakeFact> hear(Filed filed, DateReestimated moved, String eventId, Instant now) {
        Progress progress = filed.progress();
        Next next = progress.next();
        if (next == null
                || !Waiting.customerWaitsForUs(next.what())
                || !moved.to().isAfter(now)
                || isPromised(progress, next)) {
            return Decision.nothing();
        }
        Instant update = now.plus(promises.update());
        Instant by = moved.to().isBefore(update) ? moved.to() : update;
        return Decision.accept(
                new MovedOn(progress.at(progress.step(), progress.status(), new Next(next.what(), by))),
                messages.about(filed, new Occasion.TakesLonger(moved.to(), by, progress.waitsFor()), eventId, now));
    }

    /** What was chosen has a promise of its own, whose slip is told where it has no slack: the customer hears it once. */
    private static boolean isPromised(Progress progress, Next next) {
        return next.what() == Progress.NextStep.EXECUTION_FINISHES && progress.promised() != null;
    }
}
