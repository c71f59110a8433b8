package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.ResourceFact.ResourceBegun;
import java.time.Instant;

/** What there is only so much of: a stock, a budget, a calendar of appointments. */
public record Resource(int count) implements ResolutionState.Document {

    static Decision<ResolutionFact> decide(ResolutionState state, ResourceCommand command, Instant now) {
        return Decision.accept(new ResourceBegun());
    }

    static Resource after(ResolutionState state, ResourceFact fact) {
        return new Resource(state instanceof Resource known ? known.count() + 1 : 1);
    }
}
