package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import java.util.Arrays;
import java.util.List;

/** Who must agree before the customer hears a fact, by the first words of its key (rule 6). */
public enum ClaimGate {
    /** To admit a fault or to accept a liability binds the company. */
    LIABILITY("liability", "legal-compliance", List.of("fault", "liability", "compensation.admitted")),
    /** What is meant for the public is said in one way only (R42). */
    PUBLICITY("publicity", "marketing-pr", List.of("public"));

    private final String word;
    private final String department;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is unmodifiable.
    private final List<String> keys;

    ClaimGate(String word, String department, List<String> keys) {
        this.word = word;
        this.department = department;
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
}
