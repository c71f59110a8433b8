package io.redress.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What the customer receives from outside our own services.
 *
 * @param kind {@code refund}, {@code credit}, {@code shipment}
 * @param amount for money
 * @param item what is sent, for goods
 */
public record Remedy(
        String kind, @Nullable Money amount, @Nullable String item) {
    public Remedy {
        Bounds.text("a kind", kind, Limits.KEY);
        Bounds.optionalText("an item", item, Limits.TITLE);
    }
}
