package io.redress.department.domain;

import io.redress.chassis.decide.Decision;
import java.time.Instant;

/** The rules about what is offered and agreed about dates. */
final class Negotiating {
    private Negotiating() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, NegotiationCommand command, Instant now) {
        return Decision.nothing();
    }
}
