package io.redress.resolution.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.KnowledgeEvent;
import io.redress.contracts.OwnershipEvent;
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
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.Topics;
import io.redress.contracts.WaitEvent;
import io.redress.contracts.Wire;
import io.redress.resolution.domain.ClosingCommand.LearnRequest;
import io.redress.resolution.domain.ClosingCommand.LearnWithdrawal;
import io.redress.resolution.domain.PromiseCommand.LearnEstimate;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnRedirection;
import io.redress.resolution.domain.ResolutionCommand.LearnRenewal;
import io.redress.resolution.domain.ResolutionCommand.LearnRerouting;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import io.redress.resolution.domain.ResolutionCommand.LearnSettlement;
import java.util.Set;

/** Learns which answers a proposal must wait for, and what keeps a case from ending. */
public final class ReactToRoutingEvents implements Reaction<ResolutionCommand> {
    private static final Set<String> TYPES = Set.of(
            EventTypes.wireName(CaseRouted.class),
            EventTypes.wireName(CaseRerouted.class),
            EventTypes.wireName(CaseSettled.class),
            EventTypes.wireName(SolutionsRequested.class),
            EventTypes.wireName(RequestRedirected.class),
            EventTypes.wireName(RequestRaised.class),
            EventTypes.wireName(RequestWithdrawn.class),
            EventTypes.wireName(CasePaused.class),
            EventTypes.wireName(CaseResumed.class),
            EventTypes.wireName(DateReestimated.class));

    @Override
    public String topic() {
        return Topics.ROUTING;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public ResolutionCommand command(IncomingEvent event) {
        return switch ((RoutingEvent) Wire.read(event.type(), event.payload())) {
            case CaseRouted routed -> new LearnRouting(routed);
            case CaseSettled _ -> new LearnSettlement();
            case SolutionsRequested requested -> new LearnRenewal(requested);
            case CaseRerouted rerouted -> new LearnRerouting(rerouted);
            case RequestRedirected redirected -> new LearnRedirection(redirected);
            case CasePaused _ -> new LearnPause();
            case CaseResumed _ -> new LearnResumption();
            case DateReestimated(var _, var _, var to, var reason, var at) ->
                new LearnEstimate(to, event.id(), at, reason);
            case RequestRaised raised -> new LearnRequest(raised);
            case RequestWithdrawn withdrawn -> new LearnWithdrawal(withdrawn);
            case OwnerDecisionRequested _, OwnershipEvent _, WaitEvent _, SilenceEvent _, KnowledgeEvent _ ->
                throw new IllegalArgumentException("Expected one of " + TYPES + ", but got " + event.type());
        };
    }
}
