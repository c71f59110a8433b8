package io.redress.routing.domain.knowledge;

import io.redress.contracts.Customer;
import io.redress.contracts.Customer.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a known problem concerns; what is absent is not asked for.
 *
 * @param name what people call the group
 * @param references the company's own numbers of these customers; empty where it does not depend on them
 * @param tier all customers of this tier, or of those in {@code references}
 */
public record CustomerGroup(
        @Nullable String name,
        List<String> references,
        @Nullable Tier tier) {
    /** A problem of more customers than this is a problem of a product or a lot. */
    public static final int MOST_REFERENCES = 1_000;

    public CustomerGroup {
        references = List.copyOf(references);
    }

    boolean has(Customer customer) {
        return (references.isEmpty() || references.contains(customer.reference()))
                && (tier == null || tier == customer.tier());
    }
}
