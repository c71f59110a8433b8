package io.redress.department.domain;

import io.redress.chassis.decide.Decision;
import java.time.Instant;

/** The rules for how departments serve each other in a case, each in its own place. */
final class Dealing {
    private Dealing() {}

    static Decision<DepartmentFact> decide(DepartmentCase state, DealingCommand command, Instant now) {
        return switch (command) {
            case NegotiationCommand it -> Negotiating.decide(state, it, now);
            case UrgencyCommand it -> Urging.decide(state, it, now);
            case CommitmentCommand it -> Committing.decide(state, it, now);
            case DeviationCommand it -> Deviating.decide(state, it, now);
            case DeliveryCommand it -> Delivering.decide(state, it, now);
            case PostCommand it -> Posting.decide(state, it);
        };
    }
}
