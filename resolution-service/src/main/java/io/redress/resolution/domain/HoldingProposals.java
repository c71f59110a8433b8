package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ResolutionFact.ProposalHeld;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.List;

/** A proposal is held until everything that it needs is settled; the time to choose begins when it goes out. */
final class HoldingProposals implements Following {
    private final List<BeforeProposing> conditions;

    HoldingProposals(List<BeforeProposing> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        return decided instanceof Decision.Accepted<ResolutionFact>(var facts)
                ? Decision.accept(facts.stream()
                        .map(fact -> heldWhereNeeded(before, fact))
                        .toList())
                : decided;
    }

    private ResolutionFact heldWhereNeeded(ResolutionCase before, ResolutionFact fact) {
        if (!(fact instanceof Published(SolutionsProposed proposal))) {
            return fact;
        }
        List<String> awaiting = conditions.stream()
                .flatMap(condition -> condition.awaited(before, proposal).stream())
                .distinct()
                .toList();
        return awaiting.isEmpty() ? fact : new ProposalHeld(proposal, awaiting);
    }
}
