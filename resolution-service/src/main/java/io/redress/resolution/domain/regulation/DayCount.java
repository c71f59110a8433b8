package io.redress.resolution.domain.regulation;

import io.redress.chassis.time.work.Holidays;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Counts the days of a time limit as the law does: the day on which it begins does not count, and the last one counts to
 * its end.
 */
public record DayCount(Counting counting, ZoneId zone, Holidays holidays) {
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    /**
     * The last second of the day by which so many days have passed.
     *
     * @param days not negative; with none it is the day itself
     */
    public Instant endAfter(Instant from, int days) {
        LocalDate day = from.atZone(zone).toLocalDate();
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (counts(day)) {
                left--;
            }
        }
        return day.atTime(LAST_SECOND).atZone(zone).toInstant();
    }

    /** The days after the one of {@code from} up to the one of {@code to}; none where that is not later. */
    public int between(Instant from, Instant to) {
        LocalDate last = to.atZone(zone).toLocalDate();
        int days = 0;
        for (LocalDate day = from.atZone(zone).toLocalDate().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (counts(day)) {
                days++;
            }
        }
        return days;
    }

    private boolean counts(LocalDate day) {
        return switch (counting) {
            case CALENDAR_DAYS -> true;
            case WORKING_DAYS ->
                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holidays.on(day);
        };
    }
}
