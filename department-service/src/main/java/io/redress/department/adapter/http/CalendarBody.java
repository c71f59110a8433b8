package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.chassis.time.PublicHolidays;
import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.chassis.time.work.Shift;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When a department works, as it publishes it. */
record CalendarBody(
        @Nullable String zone,
        @Nullable Map<String, @Nullable String> hours,
        @Nullable String holidays,
        @Nullable List<@Nullable String> closed)
        implements Checked {
    private static final int MOST_HOURS = 200;
    private static final Set<String> WEEKDAYS = Arrays.stream(DayOfWeek.values())
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public void check(Checks checks) {
        checks.required("/zone", zone).required("/hours", hours);
        boolean fits = fits(checks, "/zone", zone, "a time zone such as Europe/Bucharest", ZoneId::of)
                & fits(
                        checks,
                        "/holidays",
                        holidays,
                        "a country such as RO or a region such as DE-BY",
                        PublicHolidays::of)
                & hoursFit(checks)
                & closedFit(checks);
        if (fits && zone != null && hours != null) {
            try {
                declared().calendar(PublicHolidays::of);
            } catch (IllegalArgumentException overlapping) {
                checks.that(false, "/hours", overlapping.getMessage() + ".");
            }
        }
    }

    private boolean hoursFit(Checks checks) {
        if (hours == null) {
            return false;
        }
        boolean fits = true;
        for (Map.Entry<String, @Nullable String> day : hours.entrySet()) {
            String pointer = "/hours/" + day.getKey().replace("~", "~0").replace("/", "~1");
            String shifts = day.getValue();
            boolean known = WEEKDAYS.contains(day.getKey());
            checks.that(known, pointer, "Expected a weekday such as monday.").required(pointer, shifts);
            fits &= known
                    & shifts != null
                    & fits(checks, pointer, shifts, "hours such as 09:00-13:00, 14:00-18:00", CalendarBody::shifts);
        }
        return fits;
    }

    private static void shifts(String text) {
        if (text.length() > MOST_HOURS) {
            throw new IllegalArgumentException("Expected at most " + MOST_HOURS + " characters");
        }
        Arrays.stream(text.split(",")).forEach(Shift::of);
    }

    private boolean closedFit(Checks checks) {
        if (closed == null) {
            return true;
        }
        int most = DeclaredCalendar.MOST_CLOSED;
        boolean fits = closed.size() <= most;
        checks.that(fits, "/closed", "Expected at most " + most + " days, but got " + closed.size() + ".");
        for (int i = 0; i < Math.min(closed.size(), most); i++) {
            String day = closed.get(i);
            checks.required("/closed/" + i, day);
            fits &= day != null & fits(checks, "/closed/" + i, day, "a day such as 2026-12-24", LocalDate::parse);
        }
        return fits;
    }

    /** Whether it can be read; null passes. */
    private static boolean fits(Checks checks, String pointer, @Nullable String value, String what, Reading reading) {
        if (value == null) {
            return true;
        }
        try {
            reading.read(value);
            return true;
        } catch (RuntimeException unreadable) {
            checks.that(false, pointer, "Expected " + what + ", but got " + value + ".");
            return false;
        }
    }

    /** The calendar; the body must have been checked. */
    DeclaredCalendar declared() {
        Map<String, String> week = new LinkedHashMap<>();
        Objects.requireNonNull(hours).forEach((day, shifts) -> week.put(day, Objects.requireNonNull(shifts)));
        return new DeclaredCalendar(
                Objects.requireNonNull(zone),
                week,
                holidays,
                closed == null
                        ? null
                        : closed.stream().map(Objects::requireNonNull).toList());
    }

    /** Reads a text, or throws. */
    private interface Reading {
        void read(String text);
    }
}
