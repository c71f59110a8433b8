package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.PromiseEvent;
import io.redress.contracts.PromiseEvent.PromiseCorrected;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseKept;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromiseMissed;
import io.redress.contracts.PromiseEvent.PromiseNoticeGiven;
import io.redress.contracts.PromiseEvent.PromiseReleased;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A promise that cannot be kept is told with its numbers, once, after those inside have heard of it (R124, R126). */
final class HearingPromises {
    private final Messages messages;
    private final Promises promises;

    HearingPromises(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    Decision<IntakeFact> hear(Filed filed, PromiseEvent event, String id, Instant now) {
        return switch (event) {
            case PromiseMade made ->
                Decision.accept(new MovedOn(filed.progress().promising(made.dueAt())));
            case PromiseInfeasible slip -> slips(filed, slip, id, now);
            // A later date has been told as infeasible; an earlier one is told by the correction of its claim.
            case PromiseCorrected it ->
                Decision.accept(new MovedOn(filed.progress().promising(it.dueAt())));
            case PromiseNoticeGiven _, PromiseKept _, PromiseMissed _, PromiseReleased _ -> Decision.nothing();
        };
    }

    private Decision<IntakeFact> slips(Filed filed, PromiseInfeasible slip, String id, Instant now) {
        Instant expected = slip.newDueAt();
        List<IntakeFact> facts = new ArrayList<>();
        if (expected != null) {
            facts.add(new MovedOn(hearsBy(filed.progress(), expected, now).promising(expected)));
        }
        // The case into which it was merged speaks for both.
        if (!filed.kinship().merged() && filed.progress().status() != Progress.Status.CLOSED) {
            facts.add(messages.about(
                    filed,
                    new Occasion.PromiseSlips(slip.dueAt(), expected, slip.was(), slip.becomes(), slip.dimension()),
                    id,
                    now));
        }
        return Decision.accept(facts);
    }

    private Progress hearsBy(Progress progress, Instant expected, Instant now) {
        Next next = progress.next();
        if (next == null || !Waiting.customerWaitsForUs(next.what())) {
            return progress;
        }
        Instant update = now.plus(promises.update());
        boolean sooner = expected.isAfter(now) && expected.isBefore(update);
        return progress.at(progress.step(), progress.status(), new Next(next.what(), sooner ? expected : update));
    }
}
