package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ClosingEvent;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.ClosingEvent.ClosingPutOff;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockPaused;
import io.redress.contracts.ClosingEvent.RegulatoryClockResumed;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.ClosingEvent.RegulatoryClockWarned;
import io.redress.contracts.ClosingEvent.WordReminderDue;
import io.redress.contracts.IntakeEvent.StepDeviated.Move;
import io.redress.intake.domain.IntakeFact.MovedOn;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Occasion.TimeLimit.Stage;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customer hears on the way to the end of the case, and when it opens again. */
final class HearingTheEnd {
    private final Messages messages;
    private final Promises promises;

    HearingTheEnd(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    /** Of the law's dates the customer hears with the next message, and at once when they are moved or missed (R17, R69). */
    Decision<IntakeFact> hear(Filed filed, ClosingEvent event, String id, Instant now) {
        return switch (event) {
            case WordReminderDue due -> said(filed, new Occasion.WordAwaited(due.closesAt()), id, now);
            case CaseReopened reopened -> {
                Instant by = now.plus(promises.update());
                yield Decision.accept(
                        Deviations.told(filed, Move.REVISITED, Step.COORDINATE, reopened.reason(), now),
                        new MovedOn(filed.progress().reopened(new Next(NextStep.DEPARTMENT_ANSWERS, by))),
                        messages.about(filed, new Occasion.Reopened(by), id, now));
            }
            // It follows the first answer within seconds: it can wait for the next message, and has none of its own.
            case RegulatoryClockStarted started ->
                Decision.accept(new MovedOn(filed.progress().limited(started.dueAt())));
            case RegulatoryClockMoved moved
            when moved.reason() != null ->
                Decision.accept(limitTold(
                        filed,
                        moved.from(),
                        new Occasion.TimeLimit(Stage.EXTENDED, moved.to(), moved.reason()),
                        id,
                        now));
            case RegulatoryClockMoved moved
            when filed.progress().limits().contains(moved.from()) ->
                Decision.accept(
                        new MovedOn(filed.progress().unlimited(moved.from()).limited(moved.to())));
            case RegulatoryClockBreached breached ->
                Decision.accept(limitTold(
                        filed,
                        breached.dueAt(),
                        new Occasion.TimeLimit(Stage.MISSED, breached.dueAt(), null),
                        id,
                        now));
            case RegulatoryClockMet met -> Decision.accept(limitTold(filed, met.dueAt(), null, id, now));
            case RegulatoryClockMoved moved ->
                Decision.accept(messages.about(filed, new Occasion.TimeLimit(Stage.LATER, moved.to(), null), id, now));
            case ClosingPutOff _, RegulatoryClockPaused _, RegulatoryClockResumed _, RegulatoryClockWarned _ ->
                Decision.nothing();
        };
    }

    /** @param occasion absent where the customer need not hear of that date any more */
    private List<IntakeFact> limitTold(
            Filed filed, Instant dueAt, @Nullable Occasion occasion, String id, Instant now) {
        List<IntakeFact> facts = new ArrayList<>();
        if (filed.progress().limits().contains(dueAt)) {
            facts.add(new MovedOn(filed.progress().unlimited(dueAt)));
        }
        if (occasion != null) {
            facts.add(messages.about(filed, occasion, id, now));
        }
        return facts;
    }

    private Decision<IntakeFact> said(Filed filed, Occasion occasion, String id, Instant now) {
        return Decision.accept(messages.about(filed, occasion, id, now));
    }
}
