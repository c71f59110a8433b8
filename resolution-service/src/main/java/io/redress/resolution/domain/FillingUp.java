package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.DraftChanged;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is offered one way only gets a second one of another kind, where the company has declared one that nobody else has to
 * clear first (R105).
 */
final class FillingUp implements Following {
    private final DeclaredOptions declared;
    private final BeforeProposing gates;
    private final Evolving evolve;

    /**
     * @param gates what has to be cleared
     * @param evolve how a case goes on with a fact
     */
    FillingUp(DeclaredOptions declared, BeforeProposing gates, Evolving evolve) {
        this.declared = declared;
        this.gates = gates;
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
        List<ResolutionFact> filled = new ArrayList<>();
        for (ResolutionFact fact : facts) {
            filled.add(filled(known, fact));
            known = evolve.after(known, fact);
        }
        return Decision.accept(filled);
    }

    private ResolutionFact filled(ResolutionCase known, ResolutionFact fact) {
        return switch (fact) {
            case Published(SolutionsProposed proposal)
            when !isKnown(known, proposal) -> new Published(filled(known, proposal));
            case DraftChanged(var draft) -> new DraftChanged(filled(known, draft));
            default -> fact;
        };
    }

    /** What was proposed before is the same when it is proposed again. */
    private static boolean isKnown(ResolutionCase known, SolutionsProposed proposal) {
        return switch (Clearing.draftOf(known)) {
            case Drafted drafted -> drafted.draft().proposalId().equals(proposal.proposalId());
            case Proposed proposed -> proposed.proposal().proposalId().equals(proposal.proposalId());
            default -> false;
        };
    }

    private SolutionsProposed filled(ResolutionCase known, SolutionsProposed proposal) {
        Background background = known.background();
        if (background == null || !declared.isOneWay(background, proposal)) {
            return proposal;
        }
        List<String> awaited = gates.awaited(known, proposal);
        return declared.withAnotherWay(background, proposal, Clearing.draftOf(known))
                .filter(it -> awaited.containsAll(gates.awaited(known, it)))
                .findFirst()
                .orElse(proposal);
    }
}
