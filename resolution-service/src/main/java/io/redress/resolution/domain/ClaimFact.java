package io.redress.resolution.domain;

/** What is remembered of what is stated as a fact. */
public sealed interface ClaimFact extends AssuranceFact {

    /** A beginning. */
    record ClaimBegun() implements ClaimFact {}
}
