package io.redress.department.domain;

import io.redress.chassis.decide.Decision;
import java.time.Instant;

/** The rules for how departments serve each other in a case, each in its own place. */
final class Dealing {
    private Dealing() {}

    static Decision<DepartmentFact> decide(
            DepartmentCase state, DealingCommand command, Charters charters, Instant now) {
        return switch (command) {
            case NegotiationCommand it -> Negotiating.decide(state, it, charters, now);
            case UrgencyCommand it -> Urging.decide(state, it, now);
            case CommitmentCommand it -> Committing.decide(state, it, now);
            case DeliveryCommand it -> Delivering.decide(state, it, now);
        };
    }

    /** A new date is that of the request itself. */
    static DepartmentCase after(DepartmentCase state, DealingFact fact) {
        return switch (fact) {
            case NegotiationFact negotiation -> Negotiating.after(state, negotiation);
            case DeviationFact deviation ->
                Deviating.after(state.with(state.dealings().after(fact)), deviation);
            case DeliveryFact delivery -> Delivering.after(state, delivery);
            case UrgencyFact _, CommitmentFact _ -> state.with(state.dealings().after(fact));
        };
    }
}
