package io.redress.routing.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingDecider;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.util.List;
import java.util.Set;

/** Routing's cases, for the chassis. */
public final class RoutingDefinition implements CaseDefinition<RoutingState, RoutingCommand, RoutingFact> {
    public static final String STREAM = "routing";
    private static final String REQUESTS = "requests.";

    private final RoutingDecider decider;

    public RoutingDefinition(RoutingDecider decider) {
        this.decider = decider;
    }

    @Override
    public String service() {
        return "routing";
    }

    @Override
    public Decider<RoutingState, RoutingCommand, RoutingFact> decider() {
        return decider;
    }

    @Override
    public Class<RoutingState> stateType() {
        return RoutingState.class;
    }

    /** A request goes to everybody who follows routing, and to the department's own topic. */
    @Override
    public Set<String> streams() {
        return RoutingView.STREAMS;
    }

    @Override
    public List<Outgoing> outgoing(String caseId, RoutingFact fact) {
        if (!(fact instanceof RoutingFact.Published(RoutingEvent event))) {
            return List.of();
        }
        String type = EventTypes.wireName(event.getClass());
        byte[] payload = Wire.write(event);
        Outgoing toAll = new Outgoing(STREAM, Topics.ROUTING, type, payload);
        return event instanceof RequestRaised request
                ? List.of(
                        toAll,
                        new Outgoing(
                                REQUESTS + request.department(),
                                Topics.requestsOf(request.department()),
                                type,
                                payload))
                : List.of(toAll);
    }
}
