package io.redress.resolution.domain;

/** What is said about what is stated as a fact. */
public sealed interface ClaimCommand extends AssuranceCommand {

    /** A beginning. */
    record BeginClaim() implements ClaimCommand {}
}
