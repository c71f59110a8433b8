package io.redress.resolution.domain;

/** What is remembered of a resource of which there is only so much. */
public sealed interface ResourceFact extends DocumentFact {

    /** A beginning. */
    record ResourceBegun() implements ResourceFact {}
}
