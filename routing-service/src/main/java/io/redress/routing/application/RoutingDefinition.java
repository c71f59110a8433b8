package io.redress.routing.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.KnowledgeEvent.KnowledgeSought;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.domain.KnowledgeFact.KnowledgeAsked;
import io.redress.routing.domain.ProblemFact.ProblemTold;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingDecider;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Routing's cases, for the chassis. */
public final class RoutingDefinition implements CaseDefinition<RoutingState, RoutingCommand, RoutingFact> {
    public static final String STREAM = "routing";
    /** What is told about known problems, each of which has a sequence of its own. */
    public static final String KNOWLEDGE = "knowledge";

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
        meters.note(fact);
        if (fact instanceof ProblemTold(var event, var _)) {
            String type = EventTypes.wireName(event.getClass());
            return List.of(new Outgoing(KNOWLEDGE, Topics.KNOWLEDGE, type, Wire.write(event)));
        }
        RoutingEvent event = told(fact);
        if (event == null) {
            return List.of();
        }
        // Asked once for each fact; again only where two instances raced for the case, which rebalancing alone causes.
        meters.count(event);
        String type = EventTypes.wireName(event.getClass());
        byte[] payload = Wire.write(event);
        Outgoing toAll = new Outgoing(STREAM, Topics.ROUTING, type, payload);
        return Stream.concat(
                        Stream.of(toAll),
                        concerned(event).stream()
                                .map(it -> new Outgoing(REQUESTS + it, Topics.requestsOf(it), type, payload)))
                .toList();
    }

    /** Every decision of the table stays readable, however often the diagnosis is revised. */
    @Override
    public List<byte[]> log(RoutingFact fact) {
        return fact instanceof RoutingFact.Published(RoutingEvent event) ? RoutingHistory.of(event) : List.of();
    }

    private static @Nullable RoutingEvent told(RoutingFact fact) {
        return switch (fact) {
            case RoutingFact.Published(var event) -> event;
            case KnowledgeAsked asked -> asked.event();
            default -> null;
        };
    }

    /** Whose own systems must hear it, too. */
    private static List<DepartmentCode> concerned(RoutingEvent event) {
        return switch (event) {
            case RequestRaised raised -> List.of(raised.department());
            case RequestWithdrawn withdrawn -> List.of(withdrawn.department());
            case KnowledgeSought sought -> sought.departments();
            default -> List.of();
        };
    }

    @Override
    public List<IndexEntry> entries(String caseId, RoutingState state) {
        return Stream.concat(PastRoutings.entries(state).stream(), KnowledgeEntries.of(state).stream())
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(RoutingState state) {
        return RoutingDecider.nextDue(state);
    }

    @Override
    public Optional<RoutingCommand> onDeadline() {
        return Optional.of(new RoutingCommand.NoticeTime());
    }
}
