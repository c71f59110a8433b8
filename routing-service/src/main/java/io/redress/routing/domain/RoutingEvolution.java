package io.redress.routing.domain;

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
import io.redress.contracts.SilenceEvent;
import io.redress.contracts.WaitEvent;
import io.redress.routing.domain.Request.Answered;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.PassedOn;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.KeptForLater;
import io.redress.routing.domain.RoutingFact.MoreWordsHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.util.ArrayList;
import java.util.List;

/** What routing knows of a case after each of its facts. */
final class RoutingEvolution {
    private RoutingEvolution() {}

    static CaseState after(CaseState state, RoutingFact fact) {
        if (state instanceof Paused paused) {
            return fact instanceof Published(CaseResumed _)
                    ? paused.beneath()
                    : Pausing.evolve(paused, fact, after(paused.beneath(), fact));
        }
        return switch (fact) {
            case ComplaintHeard(var complaint) -> new Heard(complaint, List.of());
            case KeptForLater(var command) -> kept(state, command);
            case MoreWordsHeard(var words) -> saying(state, words);
            case Published(var event) -> published(state, event);
            case AnswerNoted(var id) -> inRouted(state, it -> it.replacing(id, request -> new Answered(request.ask())));
            case IncidentFact _ -> state;
            case CaseEnded() -> inRouted(state, it -> new Ended(it.routing(), it.requests()));
        };
    }

    private static CaseState kept(CaseState state, RoutingCommand command) {
        return switch (state) {
            case Unheard(var early) -> new Unheard(with(early, command));
            case Heard(var complaint, var early) -> new Heard(complaint, with(early, command));
            case Routed _, Paused _, Ended _ -> state;
        };
    }

    private static CaseState saying(CaseState state, String words) {
        return switch (state) {
            case Heard(var complaint, var early) -> new Heard(complaint.saying(words), early);
            case Routed routed -> routed.saying(words);
            case Unheard _, Paused _, Ended _ -> state;
        };
    }

    private static CaseState published(CaseState state, RoutingEvent event) {
        return switch (event) {
            case CaseRouted routing ->
                state instanceof Heard(var complaint, var _)
                        ? new Routed(complaint.words(), routing, List.of(), List.of())
                        : state;
            case CaseRerouted rerouted -> inRouted(state, it -> it.following(rerouted));
            case RequestWithdrawn withdrawn ->
                inRouted(state, it -> it.replacing(withdrawn.requestId(), request -> new Withdrawn(request.ask())));
            case CaseSettled _ -> state;
            case RequestRaised raised -> inRouted(state, it -> it.with(new Open(ask(raised))));
            case RequestRedirected redirected ->
                inRouted(
                        state,
                        it -> it.replacing(
                                redirected.requestId(),
                                request -> new PassedOn(request.ask(), redirected.replacedBy())));
            case OwnerDecisionRequested decision -> inRouted(state, it -> it.withLastWord(decision.requestId()));
            case CasePaused paused -> new Paused(paused.caseId(), state, List.of());
            case CaseResumed _ -> state;
            case OwnershipEvent _, WaitEvent _, SilenceEvent _, KnowledgeEvent _ -> state;
        };
    }

    private static Ask ask(RequestRaised raised) {
        return new Ask(
                raised.requestId(),
                raised.department(),
                raised.kind(),
                raised.nature(),
                raised.subject(),
                raised.stepId());
    }

    private static CaseState inRouted(CaseState state, Change change) {
        return state instanceof Routed routed ? change.of(routed) : state;
    }

    private static List<RoutingCommand> with(List<RoutingCommand> early, RoutingCommand command) {
        List<RoutingCommand> more = new ArrayList<>(early);
        more.add(command);
        return List.copyOf(more);
    }

    private interface Change {
        CaseState of(Routed routed);
    }
}
