package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.PromiseFact.PromiseBegun;
import java.time.Instant;

/** A promise is kept, or its breach is told as soon as it is known (rule 8). */
final class Promising implements Following {

    static Decision<ResolutionFact> decide(ResolutionCase known, PromiseCommand command, Instant now) {
        return Decision.accept(new PromiseBegun());
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        return decided;
    }
}
