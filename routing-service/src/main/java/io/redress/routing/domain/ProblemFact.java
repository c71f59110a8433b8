package io.redress.routing.domain;

import io.redress.contracts.KnownProblemEvent;
import io.redress.routing.domain.knowledge.RecordedProblem;

/** What routing decides about known problems. */
public sealed interface ProblemFact extends RoutingFact {

    /**
     * Told to the others.
     *
     * @param after all that routing knows of it from now on, which is more than the others need
     */
    record ProblemTold(KnownProblemEvent event, RecordedProblem after) implements ProblemFact {}
}
