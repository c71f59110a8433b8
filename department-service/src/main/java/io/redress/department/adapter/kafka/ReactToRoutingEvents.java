package io.redress.department.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.KnowledgeEvent;
import io.redress.contracts.OwnershipEvent.HandoverDecisionRequested;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnerDecided;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.Party;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CasePaused;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseResumed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.CaseSettled;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import io.redress.contracts.SilenceEvent;
import io.redress.contracts.Topics;
import io.redress.contracts.WaitEvent;
import io.redress.contracts.Wire;
import io.redress.department.domain.Background;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentCommand.EndRequest;
import io.redress.department.domain.DepartmentCommand.GiveLastWord;
import io.redress.department.domain.DepartmentCommand.HearMove;
import io.redress.department.domain.DepartmentCommand.HearReturn;
import io.redress.department.domain.DepartmentCommand.LearnCase;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import java.util.Set;

/**
 * A raised or offered request enters its department's worklist; a withdrawn one leaves it, a returned one comes back. Who
 * owns the case is asked about it.
 */
public final class ReactToRoutingEvents implements Reaction<DepartmentCommand> {

    @Override
    public String topic() {
        return Topics.ROUTING;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(CaseRouted.class),
                EventTypes.wireName(RequestRaised.class),
                EventTypes.wireName(RequestWithdrawn.class),
                EventTypes.wireName(OwnerDecisionRequested.class),
                EventTypes.wireName(OwnerDecided.class),
                EventTypes.wireName(OwnershipMoved.class),
                EventTypes.wireName(OfferReturned.class));
    }

    @Override
    public DepartmentCommand command(IncomingEvent incoming) {
        return switch ((RoutingEvent) Wire.read(incoming.type(), incoming.payload())) {
            case CaseRouted event ->
                new LearnCase(Party.consultant(event.owner().id()), Background.of(event));
            case RequestRaised event -> new TakeRequest(event);
            case RequestWithdrawn event -> new EndRequest(event.requestId(), event.reason());
            case OwnerDecisionRequested event -> new GiveLastWord(event.requestId());
            case OwnerDecided event -> new GiveLastWord(event.requestId());
            case OfferReturned event -> new HearReturn(event);
            case OwnershipMoved event -> new HearMove(event);
            // The declined request is closed here already; what replaces it is raised by an event of its own.
            case RequestRedirected _,
                    CaseRerouted _,
                    CaseSettled _,
                    CasePaused _,
                    CaseResumed _,
                    SolutionsRequested _,
                    OwnershipOffered _,
                    HandoverDecisionRequested _,
                    WaitEvent _,
                    SilenceEvent _,
                    KnowledgeEvent _ ->
                throw new IllegalArgumentException(
                        "Expected a type that departments listen to, but got " + incoming.type());
        };
    }
}
