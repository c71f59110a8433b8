package io.redress.routing.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.KnowledgeEvent.KnowledgeSought;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnerDecided;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.Party;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.SilenceEvent.WaitReminded;
import io.redress.contracts.Topics;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import io.redress.contracts.Wire;
import io.redress.routing.domain.Deadlines;
import io.redress.routing.domain.IncidentFact;
import io.redress.routing.domain.KnowledgeFact.KnowledgeAsked;
import io.redress.routing.domain.ProblemFact.ProblemTold;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.SilenceSpeaks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Routing's cases, for the chassis. */
public final class RoutingDefinition implements CaseDefinition<RoutingState, RoutingCommand, RoutingFact> {
    public static final String STREAM = "routing";

    /** Cases in which somebody waits for a department, by its code; who has waited longest first. */
    public static final String BY_WAITED_ON = "waited-on";

    /** Cases with a circle of waits, all under {@link #FOUND}; the first found first. */
    public static final String BY_WAIT_CYCLE = "wait-cycle";

    public static final String FOUND = "found";

    /** What is told about known problems, each of which has a sequence of its own. */
    public static final String KNOWLEDGE = "knowledge";

    private static final String REQUESTS = "requests.";

    private final Decider<RoutingState, RoutingCommand, RoutingFact> decider;
    private final RoutingMeters meters;
    private final Deadlines deadlines;
    private final KnownAbsences absences;

    public RoutingDefinition(
            Decider<RoutingState, RoutingCommand, RoutingFact> decider,
            RoutingMeters meters,
            SilenceSpeaks silence,
            KnownAbsences absences) {
        this.decider = decider;
        this.meters = meters;
        this.deadlines = new Deadlines(silence);
        this.absences = absences;
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
        if (fact instanceof IncidentFact.Told(var event)) {
            meters.count(event);
            return List.of(IncidentEntries.outgoing(caseId, event));
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
                        concerned(event).map(it -> new Outgoing(REQUESTS + it, Topics.requestsOf(it), type, payload)))
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
    private static Stream<DepartmentCode> concerned(RoutingEvent event) {
        return switch (event) {
            case RequestRaised raised -> Stream.of(raised.department());
            case RequestWithdrawn withdrawn -> Stream.of(withdrawn.department());
            case OfferReturned returned when returned.requestId() != null -> departments(returned.from());
            case OwnershipMoved moved when moved.requestId() != null -> departments(moved.from());
            case OwnerDecided decided -> Stream.of(decided.department());
            case WaitCycleFound cycle -> Stream.of(cycle.superior());
            case WaitReminded it -> departments(it.waitedOn());
            case WaitEscalated it -> departments(it.waitedOn(), it.to());
            case KnowledgeSought sought -> sought.departments().stream();
            default -> Stream.empty();
        };
    }

    private static Stream<DepartmentCode> departments(Party... parties) {
        return Stream.of(parties)
                .filter(Party::isDepartment)
                .map(it -> new DepartmentCode(it.id()))
                .distinct();
    }

    @Override
    public List<IndexEntry> entries(String caseId, RoutingState state) {
        return Stream.of(
                        PastRoutings.entries(state),
                        KnowledgeEntries.of(state),
                        IncidentEntries.of(state),
                        WaitEntries.of(state),
                        SilenceEntries.of(state),
                        CharterTermsEntries.of(state))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Optional<Instant> nextDue(RoutingState state) {
        return deadlines.next(state);
    }

    @Override
    public Optional<RoutingCommand> onDeadline() {
        return Optional.of(new NoticeTime(absences.seen()));
    }
}
