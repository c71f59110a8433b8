package io.redress.routing.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.chassis.decide.SurroundingRules;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.RoutingFact.Published;
import java.time.Instant;
import java.util.List;

/**
 * The rules of routing; and each request says which departments there are, so that whoever declines it names one of them
 * as the right owner, and learns at once where it does not (R68).
 */
public final class RightOwners extends SurroundingRules<RoutingState, RoutingCommand, RoutingFact> {
    private final List<DepartmentCode> registered;

    public RightOwners(Decider<RoutingState, RoutingCommand, RoutingFact> rules, Departments departments) {
        super(rules);
        this.registered = departments.all().stream().map(Department::code).toList();
    }

    @Override
    public Decision<RoutingFact> decide(RoutingState state, RoutingCommand command, Instant now) {
        Decision<RoutingFact> decision = rules.decide(state, command, now);
        return decision instanceof Decision.Accepted<RoutingFact>(var facts) && registered.size() <= Limits.DEPARTMENTS
                ? Decision.accept(facts.stream().map(this::naming).toList())
                : decision;
    }

    private RoutingFact naming(RoutingFact fact) {
        return fact instanceof Published(RequestRaised raised) ? new Published(raised.among(registered)) : fact;
    }
}
