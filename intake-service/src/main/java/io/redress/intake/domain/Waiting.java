package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import java.time.Instant;
import java.util.Optional;

/** While the customer waits for us, no announced date passes in silence (R69). */
final class Waiting {
    private final Messages messages;
    private final Promises promises;

    Waiting(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    /** An announced date is not missed in silence: the customer is told, and gets the next one. */
    Decision<IntakeFact> update(Filed filed, Instant now) {
        Next next = filed.progress().next();
        if (next == null || !customerWaitsForUs(next.what()) || next.by().isAfter(now)) {
            return Decision.nothing();
        }
        Instant by = now.plus(promises.update());
        Progress extended =
                filed.progress().at(filed.progress().step(), filed.progress().status(), new Next(next.what(), by));
        String mark = "still-working:" + next.by();
        return Decision.accept(
                new MovedOn(extended),
                messages.about(filed.complaint(), filed.diagnosis(), new Occasion.StillWorking(by), mark, mark, now));
    }

    /** When the customer must hear that it takes longer, while it is us who are waited for. */
    static Optional<Instant> nextDue(Filed filed) {
        Next next = filed.progress().next();
        return next != null && customerWaitsForUs(next.what()) ? Optional.of(next.by()) : Optional.empty();
    }

    /** Whether silence would be ours, and not the customer's own time to think. */
    static boolean customerWaitsForUs(NextStep what) {
        return what == NextStep.DEPARTMENT_ANSWERS || what == NextStep.EXECUTION_FINISHES;
    }
}
