package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
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
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.ResolutionFact.ResumptionLearned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** While a case is part of another, the customer gets one proposal and not two. */
final class Pausing {
    private final ProposeSolutions propose;

    Pausing(ProposeSolutions propose) {
        this.propose = propose;
    }

    /**
     * What the customer could decide about waits; what others tell is learned; what was chosen before is carried out.
     *
     * @param usual what would be decided if the case were not paused
     */
    static Decision<ResolutionFact> meanwhile(
            Paused paused, ResolutionCommand command, Decision<ResolutionFact> usual) {
        return switch (paused.beneath()) {
            case Executing _, Executed _, Closed _, Paused _ -> usual;
            case Gathering _, Listening _, Drafted _, Proposed _ ->
                switch (command) {
                    case Choose _, Close _ ->
                        Decision.reject(
                                "merged", "Expected a case with a life of its own, but it was merged into another.");
                    case DeadlineReached _ -> Decision.nothing();
                    // What was chosen before is carried out, whatever was offered beside it.
                    default -> paused.carriedOut().isPresent() ? usual : withoutProposal(usual);
                };
        };
    }

    private static Decision<ResolutionFact> withoutProposal(Decision<ResolutionFact> usual) {
        return usual instanceof Decision.Accepted<ResolutionFact>(var facts)
                ? Decision.accept(facts.stream()
                        .filter(fact -> !(fact instanceof Published(SolutionsProposed _)))
                        .toList())
                : usual;
    }

    /** What came together meanwhile is proposed now; what had been proposed is again, with the whole time to choose. */
    Decision<ResolutionFact> resume(Paused paused, Instant now) {
        List<ResolutionFact> facts = new ArrayList<>(List.of(new ResumptionLearned()));
        proposal(paused.beneath(), now).ifPresent(proposal -> facts.add(new Published(proposal)));
        return Decision.accept(facts);
    }

    private Optional<SolutionsProposed> proposal(Progress state, Instant now) {
        Background background = state.background();
        return switch (state) {
            case Gathering gathering
            when background != null ->
                RequiredAnswers.of(gathering)
                        .map(answers -> propose.first(background, answers, gathering.earlier(), now));
            case Proposed proposed -> Optional.of(propose.again(proposed.proposal(), now));
            case Gathering _, Listening _, Drafted _, Executing _, Executed _, Closed _, Paused _ -> Optional.empty();
        };
    }
}
