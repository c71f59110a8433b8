package io.redress.resolution.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.Close;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionCommand.ForgetAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnHelp;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnRedirection;
import io.redress.resolution.domain.ResolutionCommand.LearnRenewal;
import io.redress.resolution.domain.ResolutionCommand.LearnRerouting;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import io.redress.resolution.domain.ResolutionCommand.LearnSettlement;
import io.redress.resolution.domain.ResolutionFact.AnswerForgotten;
import io.redress.resolution.domain.ResolutionFact.AnswerLearned;
import io.redress.resolution.domain.ResolutionFact.DepartmentJoined;
import io.redress.resolution.domain.ResolutionFact.PauseLearned;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.ResolutionFact.RedirectionLearned;
import io.redress.resolution.domain.ResolutionFact.RoutingLearned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a resolution. Routing and departments speak on topics of their own, so their events come in any order:
 * what is early is remembered, what is late has no effect, and only what a caller asks for can be refused.
 */
public final class ResolutionDecider implements Decider<Progress, ResolutionCommand, ResolutionFact> {
    private final ProposeSolutions propose;
    private final ResolutionEvolution evolution;
    private final Pausing pausing;

    /** Offers what departments have thought of, else what {@code catalogue} declares, as long as {@code terms} say. */
    public ResolutionDecider(OptionCatalogue catalogue, ProposalTerms terms) {
        this.propose = new ProposeSolutions(catalogue, terms);
        this.evolution = new ResolutionEvolution(terms);
        this.pausing = new Pausing(propose);
    }

    @Override
    public Progress initialState() {
        return Gathering.NOTHING_YET;
    }

    @Override
    public Decision<ResolutionFact> decide(Progress state, ResolutionCommand command, Instant now) {
        if (state instanceof Paused paused) {
            return switch (command) {
                case LearnResumption _ -> pausing.resume(paused, now);
                case LearnPause _ -> Decision.nothing();
                default -> Pausing.meanwhile(paused, command, decide(paused.beneath(), command, now));
            };
        }
        return switch (command) {
            case LearnPause _ -> state instanceof Closed ? Decision.nothing() : Decision.accept(new PauseLearned());
            case LearnResumption _ -> Decision.nothing();
            case LearnRouting(CaseRouted routed) -> learnRouting(state, routed, now);
            case LearnRerouting(CaseRerouted rerouted) -> learnRerouting(state, rerouted, now);
            case LearnRenewal(SolutionsRequested requested) ->
                Rerouting.renewed(state, requested)
                        .map(learned -> andProposeIfComplete(state, learned, now))
                        .orElseGet(Decision::nothing);
            case LearnSettlement() -> Closing.onceAnswered(state, now);
            case LearnRedirection(RequestRedirected redirected) -> learnRedirection(state, redirected, now);
            case LearnHelp(DepartmentCode from) -> learnHelp(state, from);
            case LearnAnswer(RequestAnswered answered) -> learnAnswer(state, answered, now);
            // What has been proposed stays: the customer may have read it.
            case ForgetAnswer(RequestId request) ->
                state instanceof Gathering gathering && gathering.hasAnswerTo(request)
                        ? Decision.accept(new AnswerForgotten(request))
                        : Decision.nothing();
            case Choose choose -> Choosing.decide(state, choose, now);
            case Close close -> Closing.onTheCustomersWord(state, close, now);
            case DeadlineReached() -> Closing.orReminding(state, now);
            case AssuranceCommand _, DocumentCommand _ -> Decision.nothing();
        };
    }

    @Override
    public Progress evolve(Progress state, ResolutionFact fact) {
        return evolution.evolve(state, fact);
    }

    private Decision<ResolutionFact> learnRouting(Progress state, CaseRouted routed, Instant now) {
        return switch (state) {
            case Gathering gathering
            when gathering.required() == null -> {
                // Where nobody complains, nobody waits for a proposal, whoever is asked.
                Requirement required = new Requirement(
                        routed.cause() == Cause.NO_COMPLAINT
                                ? List.of()
                                : routed.involvements().stream()
                                        .map(Involvement::requestId)
                                        .toList());
                yield andProposeIfComplete(gathering, new RoutingLearned(Background.of(routed), required), now);
            }
            case Gathering _, Listening _, Drafted _, Proposed _, Executing _, Executed _, Paused _, Closed _ ->
                Decision.nothing();
        };
    }

    private Decision<ResolutionFact> learnRerouting(Progress state, CaseRerouted rerouted, Instant now) {
        return Rerouting.learned(state, rerouted)
                .map(learned -> andProposeIfComplete(state, learned, now))
                .orElseGet(() -> Rerouting.joined(state.background(), rerouted));
    }

    private Decision<ResolutionFact> learnRedirection(Progress state, RequestRedirected redirected, Instant now) {
        return switch (state) {
            case Gathering gathering ->
                andProposeIfComplete(
                        gathering,
                        new RedirectionLearned(
                                new Redirection(redirected.requestId(), redirected.replacedBy(), redirected.to())),
                        now);
            case Listening(Background background) -> join(background, redirected.to());
            case Drafted drafted -> join(drafted.background(), redirected.to());
            case Proposed proposed -> join(proposed.background(), redirected.to());
            case Executing executing -> join(executing.background(), redirected.to());
            case Executed executed -> join(executed.background(), redirected.to());
            case Paused _ -> Decision.nothing();
            case Closed closed -> join(closed.background(), redirected.to());
        };
    }

    /** Who helps with a case may see what becomes of it (R85). */
    private static Decision<ResolutionFact> learnHelp(Progress state, DepartmentCode from) {
        Background background = state.background();
        return background == null ? Decision.nothing() : join(background, from);
    }

    private static Decision<ResolutionFact> join(Background background, DepartmentCode department) {
        return background.involved().contains(department)
                ? Decision.nothing()
                : Decision.accept(new DepartmentJoined(department));
    }

    /** What one department answers another for its part is in that one's answer, and is none of its own (R60). */
    private Decision<ResolutionFact> learnAnswer(Progress state, RequestAnswered answered, Instant now) {
        boolean carriesOut = answered.kind() == RequestKind.EXECUTION;
        return switch (state) {
            case Gathering gathering
            when answersForAProposal(answered) && !gathering.hasAnswerTo(answered.requestId()) ->
                andProposeIfComplete(gathering, new AnswerLearned(Answer.of(answered)), now);
            case Gathering _, Listening _, Drafted _, Proposed _, Executing _, Executed _, Paused _, Closed _ ->
                state.carriedOut()
                        .filter(_ -> carriesOut)
                        .map(it -> Steps.decide(it, answered, propose, now))
                        .orElseGet(Decision::nothing);
        };
    }

    private static boolean answersForAProposal(RequestAnswered answered) {
        return (answered.kind() == RequestKind.INFORMATION || answered.kind() == RequestKind.SOLUTION)
                && answered.parent() == null;
    }

    /** What was learned, and the proposal where nothing is missing any more. */
    Decision<ResolutionFact> andProposeIfComplete(Progress before, ResolutionFact learned, Instant now) {
        List<ResolutionFact> facts = new ArrayList<>(List.of(learned));
        if (evolve(before, learned) instanceof Gathering after) {
            Background background = after.background();
            if (background != null) {
                RequiredAnswers.of(after)
                        .ifPresent(
                                all -> facts.add(new Published(propose.first(background, all, after.earlier(), now))));
            }
        }
        return Decision.accept(facts);
    }
}
