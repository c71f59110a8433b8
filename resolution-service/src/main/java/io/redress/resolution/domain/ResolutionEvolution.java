package io.redress.resolution.domain;

import io.redress.contracts.AssuranceEvent;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.RequestId;
import io.redress.contracts.ReservationEvent.OptionUnavailable;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.ChoiceReminderDue;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.ClearanceFact.ProposalTakenBack;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.AnswerForgotten;
import io.redress.resolution.domain.ResolutionFact.AnswerLearned;
import io.redress.resolution.domain.ResolutionFact.ConditionMet;
import io.redress.resolution.domain.ResolutionFact.DepartmentJoined;
import io.redress.resolution.domain.ResolutionFact.DraftChanged;
import io.redress.resolution.domain.ResolutionFact.PauseLearned;
import io.redress.resolution.domain.ResolutionFact.ProposalHeld;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.ResolutionFact.RedirectionLearned;
import io.redress.resolution.domain.ResolutionFact.ReroutingLearned;
import io.redress.resolution.domain.ResolutionFact.ResumptionLearned;
import io.redress.resolution.domain.ResolutionFact.RoutingLearned;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** How each fact moves a resolution on. A fact that does not belong to a state leaves it as it is. */
final class ResolutionEvolution {
    private final ProposalTerms terms;

    ResolutionEvolution(ProposalTerms terms) {
        this.terms = terms;
    }

    Progress evolve(Progress state, ResolutionFact fact) {
        if (state instanceof Paused(Progress beneath)) {
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
            case ProposalHeld held -> held(state, held);
            case DraftChanged(SolutionsProposed draft) ->
                state instanceof Drafted(var background, var _, var awaiting, var failed, var running)
                        ? new Drafted(background, draft, awaiting, failed, running)
                        : state;
            case ConditionMet(String name) ->
                state instanceof Drafted(var background, var draft, var awaiting, var failed, var running)
                        ? new Drafted(
                                background,
                                draft,
                                awaiting.stream().filter(it -> !it.equals(name)).toList(),
                                failed,
                                running)
                        : state;
            case ProposalTakenBack(Earlier earlier) -> takenBack(state, earlier);
            case AssuranceFact _, DocumentFact _ -> state;
        };
    }

    private static Progress routed(Gathering state, RoutingLearned learned) {
        if (learned.required().requests().isEmpty()) {
            return new Listening(learned.background());
        }
        Background background = learned.background();
        for (Redirection redirection : state.redirections()) {
            background = background.joinedBy(redirection.to());
        }
        return new Gathering(background, learned.required(), state.redirections(), state.answers());
    }

    private static Progress rerouted(Progress state, ReroutingLearned learned) {
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

    private static Progress joined(Progress state, DepartmentCode department) {
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
            case Drafted(var background, var draft, var awaiting, var failed, var running) ->
                new Drafted(background.joinedBy(department), draft, awaiting, failed, running);
            case Proposed(var background, var proposal, var reminded, var failed, var running) ->
                new Proposed(background.joinedBy(department), proposal, reminded, failed, running);
            case Executing(var background, var proposal, var choice, var chosen, var completed, var failed) ->
                new Executing(background.joinedBy(department), proposal, choice, chosen, completed, failed);
            case Executed(var background, var choice, var steps, var until, var proposal) ->
                new Executed(background.joinedBy(department), choice, steps, until, proposal);
            case Closed(var background, var choice, var steps, var closed, var proposal) ->
                new Closed(background.joinedBy(department), choice, steps, closed, proposal);
        };
    }

    private Progress published(Progress state, ResolutionEvent event) {
        return switch (event) {
            case SolutionsProposed proposal -> proposed(state, proposal);
            case ChoiceReminderDue _ ->
                state instanceof Proposed(var background, var proposal, var _, var failed, var running)
                        ? new Proposed(background, proposal, true, failed, running)
                        : state;
            case OptionChosen choice -> state instanceof Proposed proposed ? chosen(proposed, choice) : state;
            case ExecutionStepStarted started -> joined(state, started.department());
            case ExecutionStepCompleted completed -> GoingOn.completed(state, completed.stepId());
            case ExecutionStepFailed failed -> GoingOn.failed(state, failed.stepId());
            case ChoiceUpheld _ -> state instanceof Proposed ? GoingOn.withoutOffer(state) : state;
            case SolutionExecuted executed ->
                state.carriedOut()
                        .<Progress>map(it -> new Executed(
                                it.background(),
                                it.choice(),
                                it.chosen().steps(),
                                executed.executedAt().plus(terms.wordAwaited()),
                                it.proposal()))
                        .orElse(state);
            case CaseClosed closed -> closed(state, closed);
            case CaseReopened reopened -> state instanceof Closed closed ? reopened(closed, reopened) : state;
            case CaseRemedied remedied -> remedied(state, remedied);
            case OptionUnavailable unavailable -> failed(state, unavailable.kind());
            case AssuranceEvent _ -> state;
        };
    }

    /** What is not there any more is not offered in its place either. */
    private static Progress failed(Progress state, String kind) {
        return switch (state) {
            case Drafted(var background, var draft, var awaiting, var failed, var running) ->
                new Drafted(background, draft, awaiting, Earlier.withKinds(failed, Stream.of(kind)), running);
            case Proposed(var background, var proposal, var reminded, var failed, var running) ->
                new Proposed(background, proposal, reminded, Earlier.withKinds(failed, Stream.of(kind)), running);
            case Gathering _, Listening _, Executing _, Executed _, Paused _, Closed _ -> state;
        };
    }

    private static Progress proposed(Progress state, SolutionsProposed proposal) {
        Background background = state.background();
        if (background == null) {
            return state;
        }
        return switch (state) {
            case Gathering(var _, var _, var _, var _, var earlier) ->
                new Proposed(background, proposal, false, earlier == null ? List.of() : earlier.failedKinds());
            case Drafted drafted -> new Proposed(background, proposal, false, drafted.failedKinds(), drafted.running());
            case Proposed before -> new Proposed(background, proposal, false, before.failedKinds(), before.running());
            case Executing executing ->
                GoingOn.isIn(executing, proposal)
                        ? new Proposed(background, proposal, false, executing.failedKinds(), executing)
                        : new Proposed(background, proposal, false, ProposeSolutions.withFailed(executing));
            case Listening _, Executed _, Paused _, Closed _ -> state;
        };
    }

    private static Progress held(Progress state, ProposalHeld held) {
        Background background = state.background();
        if (background == null) {
            return state;
        }
        return switch (state) {
            case Gathering(var _, var _, var _, var _, var earlier) ->
                new Drafted(
                        background, held.draft(), held.awaiting(), earlier == null ? List.of() : earlier.failedKinds());
            case Drafted before ->
                new Drafted(background, held.draft(), held.awaiting(), before.failedKinds(), before.running());
            case Proposed before ->
                new Drafted(background, held.draft(), held.awaiting(), before.failedKinds(), before.running());
            case Executing executing ->
                GoingOn.isIn(executing, held.draft())
                        ? new Drafted(background, held.draft(), held.awaiting(), executing.failedKinds(), executing)
                        : new Drafted(
                                background, held.draft(), held.awaiting(), ProposeSolutions.withFailed(executing));
            case Listening _, Executed _, Paused _, Closed _ -> state;
        };
    }

    /** Which answers are needed now is not known before routing has asked for them. */
    private static Progress takenBack(Progress state, Earlier earlier) {
        return switch (state) {
            case Drafted(var background, var _, var _, var _, var running) ->
                running == null ? gatheringAgain(background, earlier) : GoingOn.withoutOffer(state);
            case Proposed(var background, var _, var _, var _, var running) ->
                running == null ? gatheringAgain(background, earlier) : GoingOn.withoutOffer(state);
            case Gathering _, Listening _, Executing _, Executed _, Paused _, Closed _ -> state;
        };
    }

    private static Gathering gatheringAgain(Background background, Earlier earlier) {
        return new Gathering(background, null, List.of(), List.of(), earlier);
    }

    private static Progress chosen(Proposed state, OptionChosen choice) {
        Option chosen = state.option(choice.optionId()).orElseThrow();
        Executing running = state.running();
        Set<String> done = running != null && running.isSameAs(chosen) ? running.completed() : Set.of();
        // What is given up for something else could not be done as it was promised, and is not offered again.
        List<String> failed = running == null || running.isSameAs(chosen)
                ? state.failedKinds()
                : Earlier.withKindsOf(state.failedKinds(), List.of(running.chosen()));
        return new Executing(state.background(), state.proposal(), choice, chosen, done, failed);
    }

    /** The remedy of an incident takes the place of whatever was to be proposed; what was chosen before stands. */
    private Progress remedied(Progress state, CaseRemedied remedied) {
        Background background = state.background();
        if (state.carriedOut().isPresent()) {
            return state;
        }
        return switch (state) {
            case Gathering _, Listening _, Drafted _, Proposed _ ->
                background == null
                        ? state
                        : new Executed(
                                background,
                                null,
                                List.of(),
                                Objects.requireNonNullElse(
                                        remedied.closesAt(), remedied.notedAt().plus(terms.wordAwaited())),
                                state instanceof Proposed proposed ? proposed.proposal() : null);
            case Executing _, Executed _, Paused _, Closed _ -> state;
        };
    }

    private static Progress closed(Progress state, CaseClosed closed) {
        return switch (state) {
            case Executed executed ->
                new Closed(executed.background(), executed.choice(), executed.steps(), closed, executed.proposal());
            case Listening(Background background) -> new Closed(background, null, List.<Step>of(), closed, null);
            case Proposed proposed ->
                new Closed(proposed.background(), null, List.<Step>of(), closed, proposed.proposal());
            case Gathering _, Drafted _, Executing _, Paused _, Closed _ -> state;
        };
    }

    /** What was proposed before does not count any more, but its numbers are taken. */
    private static Gathering reopened(Closed state, CaseReopened reopened) {
        return new Gathering(
                state.background(),
                null,
                List.of(),
                List.of(),
                new Earlier(reopened.proposals(), List.of(), List.of()));
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
