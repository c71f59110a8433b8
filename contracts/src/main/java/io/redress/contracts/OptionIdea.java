package io.redress.contracts;

import org.jspecify.annotations.Nullable;

/**
 * One way to put things right, as a department sees it.
 *
 * @param kind {@code refund}, {@code replacement}, {@code repair}, {@code credit} ...; two options of one proposal
 *     should differ in it (R105)
 * @param title what the customer reads
 * @param cost what it costs the company
 * @param days working days until it is done, 0 for at once
 * @param disadvantage what is unfavourable about it, named openly (R107)
 */
public record OptionIdea(
        String kind,
        String title,
        @Nullable Money cost,
        int days,
        @Nullable String disadvantage) {
    public OptionIdea {
        Bounds.text("a kind", kind, Limits.KEY);
        Bounds.text("a title", title, Limits.TITLE);
        Bounds.between("days", 0, days, Limits.DAYS);
        Bounds.optionalText("a disadvantage", disadvantage, Limits.NOTE);
    }
}
