package io.redress.resolution.domain;

/** What is said about who must agree and who has. */
public sealed interface ClearanceCommand extends AssuranceCommand {

    /** A beginning. */
    record BeginClearance() implements ClearanceCommand {}
}
