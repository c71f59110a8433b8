package io.redress.department.domain;

import io.redress.chassis.decide.Decision;
import java.time.Instant;

/** The rules about what is not kept. */
final class Deviating {
    private Deviating() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, DeviationCommand command, Instant now) {
        return Decision.nothing();
    }
}
