package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import org.jspecify.annotations.Nullable;

/**
 * When a department is there, and who is asked when it is silent (R65). What is not declared has a default.
 *
 * @param calendar one of the declared calendars; absent for day and night
 * @param deputy who stands in; absent where nobody does
 * @param superior who is responsible above it; absent for the routing authority
 * @param remindAfterHours working hours without a sign of life until it is reminded; half of its answer time by default
 * @param deputyAfterHours further working hours until the deputy is asked; a quarter of the answer time by default
 * @param superiorAfterHours further working hours until the superior is asked; an eighth of it by default, so that all of
 *     this comes before the date that was promised
 */
public record Presence(
        @Nullable String calendar,
        @Nullable Party deputy,
        @Nullable DepartmentCode superior,
        @Nullable Integer remindAfterHours,
        @Nullable Integer deputyAfterHours,
        @Nullable Integer superiorAfterHours) {
    /** Nothing declared. */
    public static final Presence DEFAULT = new Presence(null, null, null, null, null, null);

    private static final int MOST_HOURS = 2_000;

    public Presence {
        bounded("remindAfterHours", remindAfterHours);
        bounded("deputyAfterHours", deputyAfterHours);
        bounded("superiorAfterHours", superiorAfterHours);
        if (Party.CUSTOMER.equals(deputy)) {
            throw new IllegalArgumentException("Expected a person or a department as deputy, but got the customer");
        }
    }

    private static void bounded(String field, @Nullable Integer hours) {
        if (hours != null && (hours < 1 || hours > MOST_HOURS)) {
            throw new IllegalArgumentException("Expected " + field + " of 1 to " + MOST_HOURS + ", but got " + hours);
        }
    }
}
