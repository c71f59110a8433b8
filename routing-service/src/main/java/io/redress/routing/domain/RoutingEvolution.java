package io.redress.routing.domain;

import io.redress.contracts.KnowledgeEvent;
import io.redress.contracts.OwnershipEvent;
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
import io.redress.contracts.WaitEvent;
import io.redress.routing.domain.Request.Answered;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.AnswerReopened;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.CaseTakenUpAgain;
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
import java.util.Objects;

/** What routing knows of a case after each of its facts. */
final class RoutingEvolution {
    private RoutingEvolution() {}

    static CaseState after(CaseState state, RoutingFact fact) {
        return Silences.heeding(routed(state, fact), fact);
    }

    static CaseState after(CaseState state, List<RoutingFact> facts) {
        CaseState at = state;
        for (RoutingFact fact : facts) {
            at = after(at, fact);
        }
        return at;
    }

    private static CaseState routed(CaseState state, RoutingFact fact) {
        if (state instanceof Paused paused) {
            return fact instanceof Published(CaseResumed _)
                    ? paused.beneath()
                    : Pausing.evolve(paused, fact, after(paused.beneath(), fact));
        }
        return waiting(changed(state, fact), fact);
    }

    private static CaseState waiting(CaseState state, RoutingFact fact) {
        return switch (state) {
            case Heard(var complaint, var early, var waiting) ->
                new Heard(complaint, early, WaitingEvolution.after(waiting, fact));
            case Routed routed -> routed.with(WaitingEvolution.after(routed.waiting(), fact));
            case Unheard _, Paused _, Ended _ -> state;
        };
    }

    private static CaseState changed(CaseState state, RoutingFact fact) {
        return switch (fact) {
            case ComplaintHeard(var complaint) -> new Heard(complaint, List.of());
            case KeptForLater(var command) -> kept(state, command);
            case MoreWordsHeard(var words) -> saying(state, words);
            case Published(var event) -> published(state, event);
            case AnswerNoted(var id, var at) ->
                inRouted(
                        state,
                        it -> it.replacing(id, request -> new Answered(request.ask()))
                                .owning(own -> own.ended(id, at)));
            case AnswerReopened it ->
                inRouted(
                        state,
                        routed -> routed.replacing(it.requestId(), request -> new Request.Open(request.ask()))
                                .owning(own -> own.begun(it.requestId(), Party.department(it.department()), it.at())));
            case CaseEnded(var at) ->
                inRouted(
                        state,
                        it -> new Ended(
                                it.routing(), it.requests(), it.ownership().over(at), it.knowledge()));
            case CaseTakenUpAgain again -> state instanceof Ended ended ? Reopening.after(ended, again) : state;
            case KnowledgeFact known -> inRouted(state, it -> it.knowing(before -> before.after(known)));
            case WaitFact _, SilenceFact _, AbsenceFact _, ProblemFact _, IncidentFact _, CharterFact _ -> state;
        };
    }

    private static CaseState kept(CaseState state, RoutingCommand command) {
        return switch (state) {
            case Unheard(var early) -> new Unheard(with(early, command));
            case Heard(var complaint, var early, var waiting) -> new Heard(complaint, with(early, command), waiting);
            case Routed _, Paused _, Ended _ -> state;
        };
    }

    private static CaseState saying(CaseState state, String words) {
        return switch (state) {
            case Heard(var complaint, var early, var waiting) -> new Heard(complaint.saying(words), early, waiting);
            case Routed routed -> routed.saying(words);
            case Unheard _, Paused _, Ended _ -> state;
        };
    }

    private static CaseState published(CaseState state, RoutingEvent event) {
        return switch (event) {
            case CaseRouted routing ->
                state instanceof Heard(var complaint, var _, var waiting)
                        ? new Routed(complaint.words(), routing, List.of(), List.of())
                                .with(waiting)
                                .owning(OwnershipEvolution.of(routing))
                        : state;
            case CaseRerouted rerouted -> inRouted(state, it -> it.following(rerouted));
            case RequestWithdrawn withdrawn ->
                inRouted(
                        state,
                        it -> it.replacing(withdrawn.requestId(), request -> new Withdrawn(request.ask()))
                                .owning(own -> own.ended(withdrawn.requestId(), withdrawn.withdrawnAt())));
            case CaseSettled _, SolutionsRequested _ -> state;
            case RequestRaised raised -> inRouted(state, it -> raised(it, raised));
            case RequestRedirected redirected -> inRouted(state, it -> OwnershipEvolution.redirected(it, redirected));
            case OwnerDecisionRequested decision -> inRouted(state, it -> it.withLastWord(decision.requestId()));
            case CasePaused paused -> new Paused(paused.caseId(), state, List.of());
            case CaseResumed _ -> state;
            case OwnershipEvent ownership -> inRouted(state, it -> OwnershipEvolution.after(it, ownership));
            case KnowledgeEvent.KnownProblemLinked linked ->
                inRouted(state, it -> it.knowing(before -> before.with(linked)));
            case WaitEvent _, SilenceEvent _, KnowledgeEvent.KnowledgeSought _ -> state;
        };
    }

    private static Routed raised(Routed routed, RequestRaised raised) {
        Routed more = OwnershipEvolution.raised(routed, raised, ask(raised));
        return raised.knownAnswer() == null ? more : more.knowing(before -> before.answered(raised.requestId()));
    }

    private static Ask ask(RequestRaised raised) {
        return new Ask(
                raised.requestId(),
                raised.department(),
                raised.kind(),
                raised.nature(),
                raised.subject(),
                raised.stepId(),
                raised.wantedId(),
                raised.wantedBy(),
                Objects.requireNonNullElse(raised.charterVersion(), 0));
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
