package io.redress.routing.application;

import io.redress.chassis.time.PublicHolidays;
import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.chassis.time.work.WorkCalendar;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calendars that {@code departments.yaml} declares by name. */
final class DeclaredCalendars {
    private static final int MOST = 100;

    private DeclaredCalendars() {}

    static Map<String, WorkCalendar> all(@Nullable Map<String, DeclaredCalendar> declared) {
        Map<String, WorkCalendar> calendars = new HashMap<>();
        if (declared == null) {
            return calendars;
        }
        if (declared.size() > MOST) {
            throw new IllegalArgumentException("Expected at most " + MOST + " calendars, but got " + declared.size());
        }
        declared.forEach((name, it) -> {
            try {
                calendars.put(name, it.calendar(PublicHolidays::of));
            } catch (RuntimeException wrong) {
                throw new IllegalArgumentException("In the calendar " + name + ": " + wrong.getMessage(), wrong);
            }
        });
        return calendars;
    }
}
