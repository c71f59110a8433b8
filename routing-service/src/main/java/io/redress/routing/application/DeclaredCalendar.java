package io.redress.routing.application;

import io.redress.chassis.time.PublicHolidays;
import io.redress.chassis.time.work.Holidays;
import io.redress.chassis.time.work.Shift;
import io.redress.chassis.time.work.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as {@code departments.yaml} declares it.
 *
 * @param zone for example {@code Europe/Bucharest}
 * @param hours by English weekday, shifts separated by commas; a day that is not named is free
 * @param holidays of which country or region, for example {@code RO} or {@code DE-BY}
 * @param closed further days, as {@code 2026-12-24}
 */
record DeclaredCalendar(
        String zone,
        Map<String, String> hours,
        @Nullable String holidays,
        @Nullable List<String> closed) {
    private static final int MOST_CALENDARS = 100;
    private static final int MOST_DAYS = 366;

    static Map<String, WorkCalendar> all(@Nullable Map<String, DeclaredCalendar> declared) {
        Map<String, WorkCalendar> calendars = new HashMap<>();
        if (declared == null) {
            return calendars;
        }
        if (declared.size() > MOST_CALENDARS) {
            throw new IllegalArgumentException(
                    "Expected at most " + MOST_CALENDARS + " calendars, but got " + declared.size());
        }
        declared.forEach((name, it) -> {
            try {
                calendars.put(name, it.calendar());
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException("In the calendar " + name + ": " + wrong.getMessage(), wrong);
            }
        });
        return calendars;
    }

    private WorkCalendar calendar() {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        hours.forEach((day, shifts) -> week.put(
                weekday(day), Arrays.stream(shifts.split(",")).map(Shift::of).toList()));
        Holidays free = holidays == null ? Holidays.NONE : PublicHolidays.of(holidays);
        return WorkCalendar.of(ZoneId.of(zone), week, free.and(closedDays()));
    }

    private Holidays closedDays() {
        List<String> days = closed == null ? List.of() : closed;
        if (days.size() > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "Expected at most " + MOST_DAYS + " closed days, but got " + days.size());
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
