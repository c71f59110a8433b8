package io.redress.resolution.domain;

/** What is remembered of what has been done and undone. */
public sealed interface ExecutionFact extends AssuranceFact {

    /** A beginning. */
    record ExecutionBegun() implements ExecutionFact {}
}
