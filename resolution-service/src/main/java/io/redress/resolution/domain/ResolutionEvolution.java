package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.ChoiceReminderDue;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.ResolutionFact.AnswerForgotten;
import io.redress.resolution.domain.ResolutionFact.AnswerLearned;
import io.redress.resolution.domain.ResolutionFact.DepartmentJoined;
import io.redress.resolution.domain.ResolutionFact.PauseLearned;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.ResolutionFact.RedirectionLearned;
import io.redress.resolution.domain.ResolutionFact.ReroutingLearned;
import io.redress.resolution.domain.ResolutionFact.ResumptionLearned;
import io.redress.resolution.domain.ResolutionFact.RoutingLearned;
import io.redress.resolution.domain.ResolutionState.Closed;
import io.redress.resolution.domain.ResolutionState.Executed;
import io.redress.resolution.domain.ResolutionState.Executing;
import io.redress.resolution.domain.ResolutionState.Gathering;
import io.redress.resolution.domain.ResolutionState.Listening;
import io.redress.resolution.domain.ResolutionState.Paused;
import io.redress.resolution.domain.ResolutionState.Proposed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How each fact moves a resolution on. A fact that does not belong to a state leaves it as it is. */
final class ResolutionEvolution {
    private final ProposalTerms terms;

    ResolutionEvolution(ProposalTerms terms) {
        this.terms = terms;
    }

    ResolutionState evolve(ResolutionState state, ResolutionFact fact) {
        if (state instanceof Paused(ResolutionState beneath)) {
            return fact instanceof ResumptionLearned ? beneath : new Paused(evolve(beneath, fact));
        }
        return switch (fact) {
            case PauseLearned _ -> new Paused(state);
            case ResumptionLearned _ -> state;
            case Published(ResolutionEvent event) -> published(state, event);
            case RoutingLearned learned -> state instanceof Gathering gathering ? routed(gathering, learned) : state;
            case ReroutingLearned learned -> rerouted(state, learned);
            case RedirectionLearned(Redirection redirection) ->
                state instanceof Gathering gathering ? redirected(gathering, redirection) : state;
            case AnswerLearned(Answer answer) ->
                state instanceof Gathering gathering ? answered(gathering, answer) : state;
            case AnswerForgotten(RequestId request) ->
                state instanceof Gathering gathering
                        ? new Gathering(
                                gathering.background(),
                                gathering.required(),
                                gathering.redirections(),
                                gathering.answers().stream()
                                        .filter(it -> !it.requestId().equals(request))
                                        .toList(),
                                gathering.earlier())
                        : state;
            case DepartmentJoined(DepartmentCode department) -> joined(state, department);
        };
    }

    private static ResolutionState routed(Gathering state, RoutingLearned learned) {
        if (learned.required().requests().isEmpty()) {
            return new Listening(learned.background());
        }
        Background background = learned.background();
        for (Redirection redirection : state.redirections()) {
            background = background.joinedBy(redirection.to());
        }
        return new Gathering(background, learned.required(), state.redirections(), state.answers());
    }

    private static ResolutionState rerouted(ResolutionState state, ReroutingLearned learned) {
        if (learned.required().requests().isEmpty()) {
            return new Listening(learned.background());
        }
        return state instanceof Gathering gathering
                ? new Gathering(
                        learned.background(),
                        learned.required(),
                        gathering.redirections(),
                        gathering.answers(),
                        learned.earlier())
                : new Gathering(learned.background(), learned.required(), List.of(), List.of(), learned.earlier());
    }

    private static Gathering redirected(Gathering state, Redirection redirection) {
        Background background = state.background();
        return new Gathering(
                background == null ? null : background.joinedBy(redirection.to()),
                state.required(),
                plus(state.redirections(), redirection),
                state.answers(),
                state.earlier());
    }

    private static Gathering answered(Gathering state, Answer answer) {
        return new Gathering(
                state.background(),
                state.required(),
                state.redirections(),
                plus(state.answers(), answer),
                state.earlier());
    }

    private static ResolutionState joined(ResolutionState state, DepartmentCode department) {
        return switch (state) {
            case Gathering(var background, var required, var redirections, var answers, var earlier) ->
                new Gathering(
                        background == null ? null : background.joinedBy(department),
                        required,
                        redirections,
                        answers,
                        earlier);
            case Paused paused -> paused;
            case Listening(Background background) -> new Listening(background.joinedBy(department));
            case Proposed(var background, var proposal, var reminded, var failed) ->
                new Proposed(background.joinedBy(department), proposal, reminded, failed);
            case Executing(var background, var proposal, var choice, var chosen, var completed, var failed) ->
                new Executing(background.joinedBy(department), proposal, choice, chosen, completed, failed);
            case Executed(var background, var choice, var steps, var until) ->
                new Executed(background.joinedBy(department), choice, steps, until);
            case Closed(var background, var choice, var steps, var closed) ->
                new Closed(background.joinedBy(department), choice, steps, closed);
        };
    }

    private ResolutionState published(ResolutionState state, ResolutionEvent event) {
        return switch (event) {
            case SolutionsProposed proposal -> proposed(state, proposal);
            case ChoiceReminderDue _ ->
                state instanceof Proposed(var background, var proposal, var _, var failed)
                        ? new Proposed(background, proposal, true, failed)
                        : state;
            case OptionChosen choice -> state instanceof Proposed proposed ? chosen(proposed, choice) : state;
            case ExecutionStepStarted started -> joined(state, started.department());
            case ExecutionStepCompleted completed ->
                state instanceof Executing executing ? completed(executing, completed.stepId()) : state;
            // The proposal that follows at once carries the failure on.
            case ExecutionStepFailed _ -> state;
            case SolutionExecuted executed ->
                state instanceof Executing executing
                        ? new Executed(
                                executing.background(),
                                executing.choice(),
                                executing.chosen().steps(),
                                executed.executedAt().plus(terms.wordAwaited()))
                        : state;
            case CaseClosed closed -> closed(state, closed);
        };
    }

    private static ResolutionState proposed(ResolutionState state, SolutionsProposed proposal) {
        Background background = state.background();
        if (background == null) {
            return state;
        }
        return switch (state) {
            case Gathering(var _, var _, var _, var _, var earlier) ->
                new Proposed(background, proposal, false, earlier == null ? List.of() : earlier.failedKinds());
            case Proposed before -> new Proposed(background, proposal, false, before.failedKinds());
            case Executing executing ->
                new Proposed(background, proposal, false, ProposeSolutions.withFailed(executing));
            case Listening _, Executed _, Paused _, Closed _ -> state;
        };
    }

    private static ResolutionState chosen(Proposed state, OptionChosen choice) {
        Option chosen = state.option(choice.optionId()).orElseThrow();
        return new Executing(state.background(), state.proposal(), choice, chosen, Set.of(), state.failedKinds());
    }

    private static Executing completed(Executing state, String stepId) {
        return new Executing(
                state.background(),
                state.proposal(),
                state.choice(),
                state.chosen(),
                Set.copyOf(plus(List.copyOf(state.completed()), stepId)),
                state.failedKinds());
    }

    private static ResolutionState closed(ResolutionState state, CaseClosed closed) {
        return switch (state) {
            case Executed executed -> new Closed(executed.background(), executed.choice(), executed.steps(), closed);
            case Listening(Background background) -> new Closed(background, null, List.<Step>of(), closed);
            case Proposed proposed -> new Closed(proposed.background(), null, List.<Step>of(), closed);
            case Gathering _, Executing _, Paused _, Closed _ -> state;
        };
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
