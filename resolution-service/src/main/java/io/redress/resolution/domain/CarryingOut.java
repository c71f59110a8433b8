package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.ExecutionFact.ExecutionBegun;
import java.time.Instant;

/** A chosen option is carried out step by step, and undone in reverse where it fails. */
final class CarryingOut implements Following {

    static Decision<ResolutionFact> decide(ResolutionCase known, ExecutionCommand command, Instant now) {
        return Decision.accept(new ExecutionBegun());
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        return decided;
    }
}
