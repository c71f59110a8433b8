package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.ClaimFact.ClaimBegun;
import java.time.Instant;

/** One truth: at most one live value of a key in a case (rule 7). */
final class Claiming implements Following {

    static Decision<ResolutionFact> decide(ResolutionCase known, ClaimCommand command, Instant now) {
        return Decision.accept(new ClaimBegun());
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        return decided;
    }
}
