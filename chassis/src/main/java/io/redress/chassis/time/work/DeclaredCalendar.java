package io.redress.chassis.time.work;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as people write it down.
 *
 * @param zone for example {@code Europe/Bucharest}
 * @param hours by English weekday, shifts separated by commas; a day that is not named is free
 * @param holidays of which country or region, for example {@code RO} or {@code DE-BY}; absent for none
 * @param closed further days, as {@code 2026-12-24}, at most {@value #MOST_CLOSED}
 */
public record DeclaredCalendar(
        String zone,
        Map<String, String> hours,
        @Nullable String holidays,
        @Nullable List<String> closed) {
    /** More than this is another week, and not days that differ from it. */
    public static final int MOST_CLOSED = 366;

    /**
     * What it says.
     *
     * @param publicHolidays gives those of a country or region by its code
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} where it is no calendar, with a sentence
     */
    public WorkCalendar calendar(Function<String, ? extends Holidays> publicHolidays) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, shifts) -> week.put(
                weekday(day), Arrays.stream(shifts.split(",")).map(Shift::of).toList()));
        Holidays free = holidays == null ? Holidays.NONE : publicHolidays.apply(holidays);
        return WorkCalendar.of(ZoneId.of(zone), week, free.and(closedDays()));
    }

    private Holidays closedDays() {
        List<String> days = closed == null ? List.of() : closed;
        if (days.size() > MOST_CLOSED) {
            throw new IllegalArgumentException(
                    "Expected at most " + MOST_CLOSED + " closed days, but got " + days.size());
        }
        Set<LocalDate> dates =
                Set.copyOf(days.stream().map(DeclaredCalendar::day).toList());
        return dates::contains;
    }

    /** YAML knows dates by itself, and gives them the time of midnight. */
    private static LocalDate day(String text) {
        return LocalDate.parse(text.replaceFirst("T00:00:00.*", ""));
    }

    private static DayOfWeek weekday(String name) {
        try {
            return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("Expected a weekday such as monday, but got " + name, unknown);
        }
    }
}
