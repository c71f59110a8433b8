package io.redress.resolution.domain;

/** What is said about deadlines of the law, and what follows the end. */
public sealed interface ClosingCommand extends AssuranceCommand {

    /** A beginning. */
    record BeginClosing() implements ClosingCommand {}
}
