package io.redress.contracts;

import java.util.Objects;
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

    /** Whether the customer would receive the same: as {@code equals}, but 10.0 is 10.00. */
    public boolean isSameAs(Remedy other) {
        boolean sameAmount = amount == null || other.amount == null
                ? amount == null && other.amount == null
                : amount.isSameAs(other.amount);
        return sameAmount && kind.equals(other.kind) && Objects.equals(item, other.item);
    }
}
