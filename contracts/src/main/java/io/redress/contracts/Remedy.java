package io.redress.contracts;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
    private static final Set<String> MONEY = Set.of("refund", "credit");

    public Remedy {
        Bounds.text("a kind", kind, Limits.KEY);
        Bounds.optionalText("an item", item, Limits.TITLE);
    }

    /** Whether nobody has said how much is paid, though it is money. */
    public boolean lacksAmount() {
        return amount == null && needsAmount(kind, item);
    }

    /** Whether it is money: a refund or a credit, or whatever else sends nothing. */
    public static boolean needsAmount(String kind, @Nullable String item) {
        return item == null || item.isBlank() || MONEY.contains(kind.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether nothing or less than nothing is paid. */
    boolean paysNothing() {
        return amount != null && amount.amount().signum() <= 0;
    }

    /** Whether the customer would receive the same: as {@code equals}, but 10.0 is 10.00. */
    public boolean isSameAs(Remedy other) {
        boolean sameAmount = amount == null || other.amount == null
                ? amount == null && other.amount == null
                : amount.isSameAs(other.amount);
        return sameAmount && kind.equals(other.kind) && Objects.equals(item, other.item);
    }
}
