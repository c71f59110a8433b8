package io.redress.resolution.domain;

/** What is remembered of what the customer may count on. */
public sealed interface PromiseFact extends AssuranceFact {

    /** A beginning. */
    record PromiseBegun() implements PromiseFact {}
}
