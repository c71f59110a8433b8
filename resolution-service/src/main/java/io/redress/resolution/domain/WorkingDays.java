package io.redress.resolution.domain;

import io.redress.chassis.time.work.Holidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/** Which days count where the company says "within three working days". A day lasts until its last second. */
public final class WorkingDays {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /** Nobody closes for longer; a calendar that does would never come to an end. */
    private static final int MOST_CLOSED = 1_000;

    private final ZoneId zone;
    private final Set<DayOfWeek> days;
    private final Holidays holidays;

    /** @throws IllegalArgumentException where no day of the week counts */
    public WorkingDays(ZoneId zone, Set<DayOfWeek> days, Holidays holidays) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one working day in a week, but got none");
        }
        this.zone = zone;
        this.days = Set.copyOf(days);
        this.holidays = holidays;
    }

    /** The end of the working day so many working days after that of {@code from}; with 0 it is {@code from} itself. */
    public Instant after(Instant from, int working) {
        if (working == 0) {
            return from;
        }
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int left = working, closed = 0; left > 0 && closed < MOST_CLOSED; ) {
            day = day.plusDays(1);
            if (counts(day)) {
                left--;
                closed = 0;
            } else {
                closed++;
            }
        }
        return day.atTime(LAST_SECOND).atZone(zone).toInstant();
    }

    /** How many working days after that of {@code from} include {@code to}; at most a thousand days are looked at. */
    int until(Instant from, Instant to) {
        LocalDate day = dayOf(from);
        LocalDate last = dayOf(to);
        int working = 0;
        for (int passed = 0; day.isBefore(last) && passed < MOST_CLOSED; passed++) {
            day = day.plusDays(1);
            if (counts(day) || day.equals(last)) {
                working++;
            }
        }
        return working;
    }

    /** The day on which an instant falls. */
    LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private boolean counts(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !holidays.on(day);
    }
}
