package io.redress.contracts;

import org.jspecify.annotations.Nullable;

/**
 * A fact that a department states for use towards the customer.
 *
 * @param key for example {@code delivery.date}
 * @param evidence what it rests on
 */
public record Claim(String key, String value, @Nullable String evidence) {
    public Claim {
        Bounds.text("a key", key, Limits.KEY);
        Bounds.text("a value", value, Limits.CLAIM_VALUE);
        Bounds.optionalText("evidence", evidence, Limits.NOTE);
    }
}
