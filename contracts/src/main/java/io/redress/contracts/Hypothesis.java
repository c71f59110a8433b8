package io.redress.contracts;

import java.util.List;

/**
 * What the underlying problem may be, and what in the customer's words speaks for it (R2).
 *
 * @param nature what it is about, from the vocabulary of R4, for example {@code invoice}
 * @param cause why it hurts
 * @param confidence between 0 and 1
 * @param evidence where in the complaint it was read
 * @param rule the rule that decided
 */
public record Hypothesis(String nature, Cause cause, double confidence, List<Evidence> evidence, String rule) {
    public Hypothesis {
        Bounds.between("confidence", 0, confidence, 1);
        evidence = List.copyOf(evidence);
    }

    /** A span of the complaint text, in UTF-16 code units, end exclusive. */
    public record Evidence(int start, int end) {
        public Evidence {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException(
                        "Expected a span that starts at 0 or later and does not end before, but got %d to %d"
                                .formatted(start, end));
            }
        }
    }
}
