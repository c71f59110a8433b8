package io.redress.resolution.domain;

import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import java.util.List;

/** What must be settled before a customer sees a proposal. */
interface BeforeProposing {

    /** The names of what is still to be settled for it; {@link ResolutionFact.ConditionMet} says when one is. */
    List<String> awaited(ResolutionCase known, SolutionsProposed draft);
}
