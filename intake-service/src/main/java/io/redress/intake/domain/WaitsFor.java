package io.redress.intake.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a case can wait for, as far as a customer may hear it: never who, always what (R69). */
public enum WaitsFor {
    NEXT_STEPS,
    CHARGES("invoice", "payment", "overcharge", "refund", "payment-plan"),
    CONTRACT("contract", "terms-of-service", "major-claim"),
    TECHNICAL_FAULT("technical-fault", "crash", "product-error"),
    PRODUCT("defect", "failure", "recall"),
    DELIVERY("delivery", "inventory", "return"),
    OFFER("misleading-promotion", "public-impact"),
    PLANS("missing-feature", "roadmap"),
    SERIOUS_MATTER("vip", "crisis"),
    FACTS,
    PROPOSAL,
    CHOSEN_SOLUTION,
    CUSTOMERS_ANSWER;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable.
    private final List<String> natures;

    WaitsFor(String... natures) {
        this.natures = List.of(natures);
    }

    /** What is examined in a matter of this nature; the facts, where it has no words of its own. */
    static WaitsFor examinationOf(String nature) {
        return Arrays.stream(values())
                .filter(it -> it.natures.contains(nature))
                .findFirst()
                .orElse(FACTS);
    }

    /** The natures whose examination has words of its own. */
    public List<String> natures() {
        return natures;
    }

    /** The name in the texts, for example {@code next-steps}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
