package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * What holds for urgency.
 *
 * @param exempt causes that cost nothing, unless the need is of one's own making (R97)
 * @param admitted causes by which a requester says itself that the need is of its own making
 * @param zones in which a requester's weeks begin
 */
public record UrgencyTerms(Set<String> exempt, Set<String> admitted, Function<DepartmentCode, ZoneId> zones) {
    public UrgencyTerms {
        exempt = Set.copyOf(exempt);
        admitted = Set.copyOf(admitted);
    }

    /** The week of ISO 8601 that an instant is in, as in {@code 2026-W47}. */
    public static String week(Instant at, ZoneId zone) {
        var day = at.atZone(zone);
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** When the next week begins. */
    public static Instant renewsAt(Instant at, ZoneId zone) {
        return at.atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(zone)
                .toInstant();
    }
}
