package io.redress.routing.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.domain.IncidentFact;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingDecider;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Routing's cases, for the chassis. */
public final class RoutingDefinition implements CaseDefinition<RoutingState, RoutingCommand, RoutingFact> {
    public static final String STREAM = "routing";
    private static final String REQUESTS = "requests.";

    private final RoutingDecider decider;
    private final RoutingMeters meters;

    public RoutingDefinition(RoutingDecider decider, RoutingMeters meters) {
        this.decider = decider;
        this.meters = meters;
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
        if (fact instanceof IncidentFact.Told(var event)) {
            meters.count(event);
            return List.of(IncidentEntries.outgoing(caseId, event));
        }
        if (!(fact instanceof RoutingFact.Published(RoutingEvent event))) {
            return List.of();
        }
        // Asked once for each fact; again only where two instances raced for the case, which rebalancing alone causes.
        meters.count(event);
        String type = EventTypes.wireName(event.getClass());
        byte[] payload = Wire.write(event);
        Outgoing toAll = new Outgoing(STREAM, Topics.ROUTING, type, payload);
        DepartmentCode department = concerned(event);
        return department == null
                ? List.of(toAll)
                : List.of(toAll, new Outgoing(REQUESTS + department, Topics.requestsOf(department), type, payload));
    }

    /** Every decision of the table stays readable, however often the diagnosis is revised. */
    @Override
    public List<byte[]> log(RoutingFact fact) {
        return fact instanceof RoutingFact.Published(RoutingEvent event) ? RoutingHistory.of(event) : List.of();
    }

    @Override
    public List<IndexEntry> entries(String caseId, RoutingState state) {
        return Stream.concat(PastRoutings.entries(state).stream(), IncidentEntries.of(state).stream())
                .toList();
    }

    /** Whose own systems must hear it, too. */
    private static @Nullable DepartmentCode concerned(RoutingEvent event) {
        return switch (event) {
            case RequestRaised raised -> raised.department();
            case RequestWithdrawn withdrawn -> withdrawn.department();
            default -> null;
        };
    }
}
