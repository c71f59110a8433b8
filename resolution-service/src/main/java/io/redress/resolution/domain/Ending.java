package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.ClosingFact.ClosingBegun;
import java.time.Instant;

/** How a case ends, and when it opens again. */
final class Ending implements Following {

    static Decision<ResolutionFact> decide(ResolutionCase known, ClosingCommand command, Instant now) {
        return Decision.accept(new ClosingBegun());
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        return decided;
    }
}
