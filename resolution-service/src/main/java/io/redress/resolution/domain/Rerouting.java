package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.DepartmentJoined;
import io.redress.resolution.domain.ResolutionFact.ReroutingLearned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * After a revised diagnosis only what remains is waited for (R6). A proposal that came from the wrong departments is taken
 * back for those that were added; a choice stands.
 */
final class Rerouting {
    private Rerouting() {}

    /** What is learned; empty where it has no effect but that more departments may see the case. */
    static Optional<ReroutingLearned> learned(Progress state, CaseRerouted rerouted) {
        Background before = state.background();
        if (before == null) {
            return Optional.empty();
        }
        Background background = background(before, rerouted);
        return switch (state) {
            case Gathering gathering
            when gathering.earlier() != null -> gatheringAgain(gathering, background, rerouted);
            case Gathering gathering -> Optional.of(new ReroutingLearned(background, all(rerouted), null));
            case Listening _ -> Optional.of(new ReroutingLearned(background, all(rerouted), null));
            case Proposed proposed
            when proposed.running() == null && !rerouted.added().isEmpty() ->
                Optional.of(new ReroutingLearned(
                        background,
                        new Requirement(rerouted.added()),
                        earlier(proposed.proposal(), proposed.failedKinds(), rerouted)));
            // Nobody has seen a draft: it is gathered anew, and what is still possible of it comes last.
            case Drafted drafted
            when drafted.running() == null && !rerouted.added().isEmpty() ->
                Optional.of(new ReroutingLearned(
                        background,
                        new Requirement(rerouted.added()),
                        earlier(drafted.draft(), drafted.failedKinds(), rerouted)));
            case Drafted _, Proposed _, Executing _, Executed _, Paused _, Closed _ -> Optional.empty();
        };
    }

    /** What was answered before the proposal that went back is not waited for once more. */
    private static Optional<ReroutingLearned> gatheringAgain(
            Gathering state, Background background, CaseRerouted rerouted) {
        if (rerouted.involvements().isEmpty()) {
            return Optional.of(new ReroutingLearned(background, all(rerouted), null));
        }
        List<RequestId> needed = Stream.concat(
                        needed(state).filter(it -> !rerouted.released().contains(it)), rerouted.added().stream())
                .distinct()
                .toList();
        return needed.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReroutingLearned(background, new Requirement(needed), state.earlier()));
    }

    /** What routing has asked for since a proposal went back. */
    static Optional<ReroutingLearned> renewed(Progress state, SolutionsRequested requested) {
        if (!(state instanceof Gathering gathering)
                || gathering.background() == null
                || gathering.earlier() == null
                || ProposeSolutions.round(requested.proposalId())
                        != gathering.earlier().round()) {
            return Optional.empty();
        }
        Background background = gathering.background();
        for (Involvement involvement : requested.involvements()) {
            background = background.joinedBy(involvement.department());
        }
        List<RequestId> needed = Stream.concat(
                        needed(gathering), requested.involvements().stream().map(Involvement::requestId))
                .distinct()
                .toList();
        return Optional.of(new ReroutingLearned(background, new Requirement(needed), gathering.earlier()));
    }

    private static Stream<RequestId> needed(Gathering state) {
        Requirement required = state.required();
        return required == null ? Stream.of() : required.requests().stream();
    }

    static Decision<ResolutionFact> joined(@Nullable Background background, CaseRerouted rerouted) {
        if (background == null) {
            return Decision.nothing();
        }
        List<ResolutionFact> joined = departments(rerouted).stream()
                .filter(it -> !background.involved().contains(it))
                .sorted(java.util.Comparator.comparing(DepartmentCode::value))
                .<ResolutionFact>map(DepartmentJoined::new)
                .toList();
        return Decision.accept(joined);
    }

    private static Requirement all(CaseRerouted rerouted) {
        return new Requirement(
                rerouted.involvements().stream().map(Involvement::requestId).toList());
    }

    private static Background background(Background before, CaseRerouted rerouted) {
        Background now = new Background(
                before.caseId(),
                before.submittedBy(),
                before.language(),
                rerouted.nature(),
                rerouted.lead(),
                before.involved());
        for (Involvement involvement : rerouted.involvements()) {
            now = now.joinedBy(involvement.department());
        }
        return now;
    }

    /** What a department that is out of the case would carry out is not offered again. */
    private static Earlier earlier(SolutionsProposed proposal, List<String> failedKinds, CaseRerouted rerouted) {
        Set<DepartmentCode> departments = departments(rerouted);
        List<Option> stillPossible = proposal.options().stream()
                .filter(option -> option.steps().stream().map(Step::department).allMatch(departments::contains))
                .toList();
        return new Earlier(ProposeSolutions.round(proposal.proposalId()), stillPossible, failedKinds);
    }

    private static Set<DepartmentCode> departments(CaseRerouted rerouted) {
        return rerouted.involvements().stream().map(Involvement::department).collect(Collectors.toSet());
    }
}
