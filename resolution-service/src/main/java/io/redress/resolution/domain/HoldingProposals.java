package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ResolutionFact.ProposalHeld;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A proposal is held until everything that it needs is settled; the time to choose begins when it goes out. */
final class HoldingProposals implements Following {
    private final List<BeforeProposing> conditions;
    private final Evolving evolve;

    /** @param evolve how a case goes on with a fact */
    HoldingProposals(List<BeforeProposing> conditions, Evolving evolve) {
        this.conditions = List.copyOf(conditions);
        this.evolve = evolve;
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        // What is learned together with the proposal decides about it, too.
        ResolutionCase known = before;
        List<ResolutionFact> held = new ArrayList<>();
        for (ResolutionFact fact : facts) {
            held.add(heldWhereNeeded(known, fact));
            known = evolve.after(known, fact);
        }
        return Decision.accept(held);
    }

    private ResolutionFact heldWhereNeeded(ResolutionCase known, ResolutionFact fact) {
        if (!(fact instanceof Published(SolutionsProposed proposal))) {
            return fact;
        }
        List<String> awaiting = conditions.stream()
                .flatMap(condition -> condition.awaited(known, proposal).stream())
                .distinct()
                .toList();
        return awaiting.isEmpty() ? fact : new ProposalHeld(proposal, awaiting);
    }
}
