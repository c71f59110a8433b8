package io.redress.resolution.domain;

/** What is said about what the customer may count on. */
public sealed interface PromiseCommand extends AssuranceCommand {

    /** A beginning. */
    record BeginPromise() implements PromiseCommand {}
}
