package io.redress.department.domain;

/** What departments have promised about requests. */
public record Commitments(int count) {
    static final Commitments NONE = new Commitments(0);

    Commitments after(CommitmentFact fact) {
        return new Commitments(count + 1);
    }
}
