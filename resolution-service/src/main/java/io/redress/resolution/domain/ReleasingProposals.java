package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was held goes to the customer as soon as nothing is awaited any more. */
final class ReleasingProposals implements Following {
    private final ProposeSolutions propose;
    private final Evolving evolve;

    /** @param evolve how a case goes on with a fact */
    ReleasingProposals(ProposeSolutions propose, Evolving evolve) {
        this.propose = propose;
        this.evolve = evolve;
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        ResolutionCase then = evolve.afterAll(before, facts);
        if (!(then.progress() instanceof Drafted drafted) || !drafted.awaiting().isEmpty()) {
            return decided;
        }
        List<ResolutionFact> more = new ArrayList<>(facts);
        more.add(new Published(propose.again(drafted.draft(), now)));
        return Decision.accept(more);
    }
}
