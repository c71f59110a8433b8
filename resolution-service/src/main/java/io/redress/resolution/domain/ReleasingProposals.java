package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What was held goes to the customer as soon as nothing is awaited any more. */
final class ReleasingProposals implements Following {
    private final ProposeSolutions propose;
    private final BiFunction<ResolutionCase, ResolutionFact, ResolutionCase> evolve;

    /** @param evolve how a case goes on with a fact */
    ReleasingProposals(ProposeSolutions propose, BiFunction<ResolutionCase, ResolutionFact, ResolutionCase> evolve) {
        this.propose = propose;
        this.evolve = evolve;
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        ResolutionCase then = before;
        for (ResolutionFact fact : facts) {
            then = evolve.apply(then, fact);
        }
        if (!(then.progress() instanceof Drafted drafted) || !drafted.awaiting().isEmpty()) {
            return decided;
        }
        List<ResolutionFact> more = new ArrayList<>(facts);
        more.add(new Published(propose.again(drafted.draft(), now)));
        return Decision.accept(more);
    }
}
