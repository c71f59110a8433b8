package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import java.util.Arrays;
import java.util.List;

/** Who must agree before the customer hears a fact, by the first words of its key (rule 6). */
public enum ClaimGate {
    /** To admit a fault or to accept a liability binds the company. */
    LIABILITY("liability", "legal-compliance", false, List.of("fault", "liability", "compensation.admitted")),
    /** What is meant for the public is said in one way only (R42). */
    PUBLICITY("publicity", "marketing-pr", false, List.of("public")),
    /** Nobody else clarifies the terms of an invoice or agrees a payment plan (R31, R32). */
    PAYMENT("payment", "finance", true, List.of("invoice", "payment", "instalment", "instalments")),
    /** Nobody else says what a contract means (R36). */
    CONTRACT("contract", "legal-compliance", true, List.of("contract", "terms"));

    private final String word;
    private final String department;
    private final boolean ownWordPasses;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable.
    private final List<String> keys;

    ClaimGate(String word, String department, boolean ownWordPasses, List<String> keys) {
        this.word = word;
        this.department = department;
        this.ownWordPasses = ownWordPasses;
        this.keys = keys;
    }

    /** The gates in front of a key in its normal form. */
    public static List<ClaimGate> of(String key) {
        return Arrays.stream(values())
                .filter(gate -> gate.keys.stream().anyMatch(it -> key.equals(it) || key.startsWith(it + ".")))
                .toList();
    }

    /** The policy's name. */
    public String word() {
        return word;
    }

    /** Who may clear it. */
    public DepartmentCode clears() {
        return new DepartmentCode(department);
    }

    /** Whether what this department states needs nobody's further word: it is the one that knows. */
    boolean passes(DepartmentCode stating) {
        return ownWordPasses && stating.equals(clears());
    }
}
