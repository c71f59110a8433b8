package io.redress.resolution.domain;

import java.util.List;

/** How a case goes on with what has happened, for rules that look at the case as it will be. */
@FunctionalInterface
interface Evolving {

    ResolutionCase after(ResolutionCase known, ResolutionFact fact);

    /** After all of them, in their order. */
    default ResolutionCase afterAll(ResolutionCase known, List<ResolutionFact> facts) {
        ResolutionCase then = known;
        for (ResolutionFact fact : facts) {
            then = after(then, fact);
        }
        return then;
    }
}
