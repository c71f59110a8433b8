package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Customer;
import io.redress.contracts.Limits;
import io.redress.routing.domain.knowledge.CustomerGroup;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a known problem concerns. */
record CustomerGroupBody(
        @Nullable String name,
        @Nullable List<String> references,
        @Nullable String tier) implements Checked {
    private static final List<String> TIERS =
            Arrays.stream(Customer.Tier.values()).map(Enum::name).toList();

    @Override
    public void check(Checks checks) {
        checks.length("/name", name, 1, Limits.NAME).oneOf("/tier", tier, TIERS);
        Texts.check(checks, "/references", references, CustomerGroup.MOST_REFERENCES, Limits.NAME);
        checks.that(
                tier != null || hasReferences(),
                "",
                "Expected references or a tier, since a name alone says nothing about a customer.");
    }

    boolean hasReferences() {
        return references != null && !references.isEmpty();
    }

    CustomerGroup group() {
        return new CustomerGroup(
                name, references == null ? List.of() : references, tier == null ? null : Customer.Tier.valueOf(tier));
    }
}
