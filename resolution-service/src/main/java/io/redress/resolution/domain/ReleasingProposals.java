package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was held goes to the customer as soon as nothing is awaited any more, and no gate has anything to say to it now. */
final class ReleasingProposals implements Following {
    private final ProposeSolutions propose;
    private final Clearing clearing;
    private final Evolving evolve;

    /** @param evolve how a case goes on with a fact */
    ReleasingProposals(ProposeSolutions propose, Clearing clearing, Evolving evolve) {
        this.propose = propose;
        this.clearing = clearing;
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
        // What was held, was learned or has gone meanwhile may have made a gate necessary.
        List<ResolutionFact> asked = clearing.asked(then, drafted, now);
        if (asked.isEmpty()) {
            more.add(new Published(propose.again(drafted.draft(), now)));
        } else {
            more.addAll(asked);
        }
        return Decision.accept(more);
    }
}
