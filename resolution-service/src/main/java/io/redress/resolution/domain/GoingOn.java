package io.redress.resolution.domain;

import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.ResolutionEvent.GoesOn;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How what was chosen goes on while something else is offered in its place. */
final class GoingOn {
    private GoingOn() {}

    /**
     * How what goes on is otherwise than it was promised.
     *
     * @param touched in which respects
     * @param days working days in which it will be done, by what has become known
     */
    record Changed(List<Dimension> touched, int days) {}

    /** Nothing has failed where what was chosen is among what is offered, under the same steps. */
    static boolean isIn(Executing executing, SolutionsProposed offer) {
        return offer.options().stream().anyMatch(executing::isSameAs);
    }

    /** In which respects what was chosen will not be as it was promised, as it is being told. */
    static List<Dimension> touched(List<ResolutionFact> told) {
        return told.stream()
                .flatMap(fact -> fact instanceof Published(PromiseInfeasible slip)
                        ? Stream.of(slip.dimension())
                        : Stream.<Dimension>empty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The same in an offer that takes the place of one in which the customer has read it. */
    static @Nullable GoesOn saidBefore(@Nullable GoesOn goesOn) {
        return goesOn == null ? null : new GoesOn(goesOn.optionId(), List.of());
    }

    /** What was chosen before, without what was offered in its place. What nobody has seen of that leaves only its number. */
    static Progress withoutOffer(Progress state) {
        return switch (state) {
            case Proposed _ -> state.carriedOut().<Progress>map(it -> it).orElse(state);
            case Drafted(var background, var draft, var _, var _, var running)
            when running != null ->
                new Executing(
                        background,
                        ProposeSolutions.renumbered(running.proposal(), draft.proposalId()),
                        running.choice(),
                        running.chosen(),
                        running.completed(),
                        running.failedKinds());
            default -> state;
        };
    }

    /** A step of an earlier choice may turn out to be done late, and changes nothing here. */
    static Progress completed(Progress state, String stepId) {
        return switch (state) {
            case Executing executing when executing.open().contains(stepId) -> with(executing, stepId);
            case Drafted(var background, var draft, var awaiting, var failed, var running)
            when running != null && running.open().contains(stepId) ->
                new Drafted(background, draft, awaiting, failed, with(running, stepId));
            case Proposed(var background, var proposal, var reminded, var failed, var running)
            when running != null && running.open().contains(stepId) ->
                new Proposed(background, proposal, reminded, failed, with(running, stepId));
            default -> state;
        };
    }

    /** The proposal that follows at once carries the failure on; beside an offer nothing goes on any more. */
    static Progress failed(Progress state, String stepId) {
        return switch (state) {
            case Drafted(var background, var draft, var awaiting, var _, var running)
            when running != null && running.open().contains(stepId) ->
                new Drafted(background, draft, awaiting, ProposeSolutions.withFailed(running));
            case Proposed(var background, var proposal, var reminded, var _, var running)
            when running != null && running.open().contains(stepId) ->
                new Proposed(background, proposal, reminded, ProposeSolutions.withFailed(running));
            default -> state;
        };
    }

    private static Executing with(Executing state, String stepId) {
        return new Executing(
                state.background(),
                state.proposal(),
                state.choice(),
                state.chosen(),
                Stream.concat(state.completed().stream(), Stream.of(stepId)).collect(Collectors.toUnmodifiableSet()),
                state.failedKinds());
    }
}
