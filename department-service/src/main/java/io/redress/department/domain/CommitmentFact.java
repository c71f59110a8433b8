package io.redress.department.domain;

/** What the department service remembers of what is promised. */
public sealed interface CommitmentFact extends DealingFact {

    record CommitmentBegun() implements CommitmentFact {}
}
