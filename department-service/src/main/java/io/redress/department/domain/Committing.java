package io.redress.department.domain;

import io.redress.chassis.decide.Decision;
import java.time.Instant;

/** The rules about what is promised. */
final class Committing {
    private Committing() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, CommitmentCommand command, Instant now) {
        return Decision.nothing();
    }
}
