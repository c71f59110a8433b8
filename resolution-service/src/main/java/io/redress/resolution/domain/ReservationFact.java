package io.redress.resolution.domain;

/** What is remembered of what is held for the customer. */
public sealed interface ReservationFact extends AssuranceFact {

    /** A beginning. */
    record ReservationBegun() implements ReservationFact {}
}
