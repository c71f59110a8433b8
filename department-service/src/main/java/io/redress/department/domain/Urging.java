package io.redress.department.domain;

import io.redress.chassis.decide.Decision;
import java.time.Instant;

/** The rules about what is urgent. */
final class Urging {
    private Urging() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, UrgencyCommand command, Instant now) {
        return Decision.nothing();
    }
}
