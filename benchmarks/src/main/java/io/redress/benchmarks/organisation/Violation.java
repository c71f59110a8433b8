package io.redress.benchmarks.organisation;

/** What must never be has been seen; the seed makes it happen again. */
public final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String sentence) {
        super(sentence);
    }
}
