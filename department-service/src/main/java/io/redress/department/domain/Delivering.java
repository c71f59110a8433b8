package io.redress.department.domain;

import io.redress.chassis.decide.Decision;
import java.time.Instant;

/** The rules about what was delivered. */
final class Delivering {
    private Delivering() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, DeliveryCommand command, Instant now) {
        return Decision.nothing();
    }
}
