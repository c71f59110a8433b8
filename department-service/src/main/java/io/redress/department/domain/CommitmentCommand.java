package io.redress.department.domain;

/** What somebody says about what is promised. */
public sealed interface CommitmentCommand extends DealingCommand {

    record BeginCommitment() implements CommitmentCommand {}
}
