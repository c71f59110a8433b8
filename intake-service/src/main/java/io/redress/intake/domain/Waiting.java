package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** While the customer waits for us, no announced date passes in silence (R69). */
final class Waiting {
    /** Before the announced date, so that the customer has heard from us by then and not only just after. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    private final Messages messages;
    private final Promises promises;

    Waiting(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    /** The customer is told how things stand and gets the next date; past the announced one, also that it is late. */
    Decision<IntakeFact> update(Filed filed, Instant now) {
        Next next = filed.progress().next();
        if (next == null
                || filed.kinship().merged()
                || !customerWaitsForUs(next.what())
                || dueAt(next).isAfter(now)) {
            return Decision.nothing();
        }
        boolean late = now.isAfter(next.by());
        Instant by = now.plus(promises.update());
        Progress progress = filed.progress();
        Instant limit = progress.limit();
        Occasion occasion = new Occasion.StillWorking(by, progress.waitsFor(), late ? next.by() : null, limit);
        String mark = "still-working:" + next.by();
        List<IntakeFact> facts = new ArrayList<>();
        Progress told = limit == null ? progress : progress.unlimited(limit);
        facts.add(new MovedOn(told.at(progress.step(), progress.status(), new Next(next.what(), by))));
        if (late) {
            facts.add(new IntakeFact.PromiseMissed(next.by()));
        }
        facts.add(messages.about(filed, occasion, mark, mark, now));
        return Decision.accept(facts);
    }

    /** When the customer must hear that it takes longer, while it is us who are waited for. */
    static Optional<Instant> nextDue(Filed filed) {
        Next next = filed.progress().next();
        if (filed.kinship().merged()) {
            return Optional.empty();
        }
        return next != null && customerWaitsForUs(next.what()) ? Optional.of(dueAt(next)) : Optional.empty();
    }

    private static Instant dueAt(Next next) {
        return next.by().minus(AHEAD);
    }

    /** Whether silence would be ours, and not the customer's own time to think. */
    static boolean customerWaitsForUs(NextStep what) {
        return what == NextStep.DEPARTMENT_ANSWERS || what == NextStep.EXECUTION_FINISHES;
    }
}
