package io.redress.resolution.domain;

/** What is said about what has been done and undone. */
public sealed interface ExecutionCommand extends AssuranceCommand {

    /** A beginning. */
    record BeginExecution() implements ExecutionCommand {}
}
