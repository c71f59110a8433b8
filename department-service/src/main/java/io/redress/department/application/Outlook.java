package io.redress.department.application;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.Limits;
import io.redress.contracts.NegotiationEvent.Load;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.Displaced;
import io.redress.department.domain.QueuePlan.Displacement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a date means for a department and for others that wait for it.
 *
 * @param at when this was looked at
 * @param dueAt the date
 * @param history how long such work took
 * @param position in the queue; absent where it is further behind than anybody looks
 * @param open how many requests were looked at
 * @param more whether there are others behind these
 * @param estimate when it is expected to be done; absent where too little is known, or it is further behind
 */
public record Outlook(
        Instant at,
        Instant dueAt,
        Comparables history,
        WorkCalendar calendar,
        @Nullable Integer position,
        int open,
        boolean more,
        @Nullable Instant estimate,
        Displacement displacement) {

    /** What is usual, for an event; empty where too little is known. */
    public Optional<Usual> usual() {
        return history.usual(calendar, at);
    }

    /** What it means for the queue, for an event. */
    public Load load() {
        return new Load(
                position,
                displacement.count(),
                displacement.first().stream()
                        .limit(Limits.DISPLACED)
                        .map(Displaced::requestId)
                        .toList());
    }

    Instant after(Duration working) {
        return calendar.add(at, working.compareTo(WorkCalendar.MOST) > 0 ? WorkCalendar.MOST : working);
    }
}
