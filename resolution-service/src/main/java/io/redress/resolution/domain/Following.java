package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import java.time.Instant;

/** What else follows from a decision about a case. */
interface Following {

    /**
     * The decision with what follows from it: more facts, other facts, or a refusal.
     *
     * @param before the case as it was
     */
    Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now);
}
