package io.redress.intake.domain;

import java.time.Instant;

/** What becomes of a message on its way. */
public sealed interface DeliveryFact extends IntakeFact {
    /** A carrier has it, and is expected to have answered by {@code until}. */
    record HandedOver(String messageId, String carrier, Instant until) implements DeliveryFact {}

    /** It is to be tried again at {@code next}. */
    record Postponed(String messageId, Delivery.State state, String carrier, int attempts, Instant next, String reason)
            implements DeliveryFact {}

    /** Whoever may have had it has not delivered it: it is carried once more, from {@code at} on. */
    record TriedAgain(String messageId, Instant at) implements DeliveryFact {}

    /** Nothing more will be done for it by itself; what is unknown may still be found out. */
    record Settled(Delivery delivery, Instant at) implements DeliveryFact {}
}
