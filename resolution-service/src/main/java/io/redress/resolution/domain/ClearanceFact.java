package io.redress.resolution.domain;

/** What is remembered of who must agree and who has. */
public sealed interface ClearanceFact extends AssuranceFact {

    /** A beginning. */
    record ClearanceBegun() implements ClearanceFact {}
}
