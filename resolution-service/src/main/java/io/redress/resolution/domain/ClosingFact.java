package io.redress.resolution.domain;

/** What is remembered of deadlines of the law, and what follows the end. */
public sealed interface ClosingFact extends AssuranceFact {

    /** A beginning. */
    record ClosingBegun() implements ClosingFact {}
}
