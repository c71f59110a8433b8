package io.redress.department.domain;

import io.redress.chassis.time.work.WorkCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * How much of its department's working time may still be lost before a request cannot be answered by its date any more.
 * Of two requests of a department the one that must begin first has the least to lose, whenever one looks: so the order
 * of the latest starts needs no clock.
 *
 * @param latestStart when the work must begin at the latest
 */
public record Slack(Instant latestStart, WorkCalendar calendar) {

    /** @param needed working time that the work still takes */
    public static Slack of(Instant dueAt, Duration needed, WorkCalendar calendar) {
        return new Slack(
                calendar.subtract(dueAt, needed.compareTo(WorkCalendar.MOST) < 0 ? needed : WorkCalendar.MOST),
                calendar);
    }

    /** Working time until the latest start; once that has passed, less than nothing by the working time since. */
    public Duration at(Instant now) {
        return now.isAfter(latestStart)
                ? calendar.between(latestStart, now).negated()
                : calendar.between(now, latestStart);
    }
}
