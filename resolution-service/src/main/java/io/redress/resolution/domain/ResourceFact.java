package io.redress.resolution.domain;

import io.redress.contracts.ReservationEvent.MissingReason;
import java.time.Instant;

/** What is remembered of a resource of which there is only so much. */
public sealed interface ResourceFact extends DocumentFact {

    /** There is so much of it from here on. */
    record ResourceDeclared(String name, ResourceTerms terms) implements ResourceFact {}

    /** Kept for a case. */
    record HoldMade(Hold hold) implements ResourceFact {}

    /** Kept for longer. */
    record HoldExtended(String holdId, Instant until) implements ResourceFact {}

    /** Its customer has chosen it. */
    record HoldTaken(String holdId) implements ResourceFact {}

    /** Others may have it. */
    record HoldReleased(String holdId) implements ResourceFact {}

    /** It is gone for good. */
    record HoldUsedUp(String holdId) implements ResourceFact {}

    /** It is not kept any more; its case is still to hear it. */
    record HoldLapsed(String holdId, MissingReason reason) implements ResourceFact {}

    /** Its case has heard it. */
    record LapseTold(String holdId) implements ResourceFact {}
}
