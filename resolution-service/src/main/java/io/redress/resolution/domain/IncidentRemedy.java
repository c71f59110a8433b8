package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.IncidentRemedyFact.IncidentRemedyBegun;
import java.time.Instant;

/** What everybody affected by an incident receives, once. */
public record IncidentRemedy(int count) implements ResolutionState.Document {

    static Decision<ResolutionFact> decide(ResolutionState state, IncidentRemedyCommand command, Instant now) {
        return Decision.accept(new IncidentRemedyBegun());
    }

    static IncidentRemedy after(ResolutionState state, IncidentRemedyFact fact) {
        return new IncidentRemedy(state instanceof IncidentRemedy known ? known.count() + 1 : 1);
    }
}
