package io.redress.intake.domain;

import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to the customer. Its id goes to whoever carries it, so that carrying it twice is known as such.
 *
 * @param attempts how often a carrier has answered for it
 * @param next when it is to be tried, or, while a carrier has it, by when its answer is missed
 * @param handedOver whether a carrier may have it that has not answered yet
 * @param carrier who had it last, or null where nobody has
 * @param reason why it is not there yet, a sentence without anything about the customer
 */
public record Delivery(
        CustomerMessageComposed message,
        State state,
        int attempts,
        Instant next,
        boolean handedOver,
        @Nullable String carrier,
        @Nullable String reason) {

    /** How far it is. */
    public enum State {
        /** To be carried, for the first time or again. */
        PENDING,
        /** The provider has it. */
        SENT,
        /** It was handed over, and nobody knows whether it arrived. */
        UNKNOWN,
        /** It will not be carried. */
        REFUSED
    }

    static Delivery of(CustomerMessageComposed message) {
        return new Delivery(message, State.PENDING, 0, message.composedAt(), false, null, null);
    }

    /** The id of the message; deterministic, so the same cause always gives the same one. */
    public String id() {
        return message.messageId();
    }

    Delivery handedOver(String to, Instant until) {
        return new Delivery(message, state, attempts, until, true, to, reason);
    }

    Delivery postponed(DeliveryFact.Postponed fact) {
        return new Delivery(message, fact.state(), fact.attempts(), fact.next(), false, fact.carrier(), fact.reason());
    }

    /** Another way may be tried now, since nobody has it. */
    Delivery triedAgain(Instant at) {
        return new Delivery(message, State.PENDING, attempts, at, false, carrier, reason);
    }

    /** A provider that knows messages by their id is asked now and not later. */
    Delivery askedAgain(Instant at) {
        return new Delivery(message, state, attempts, at, false, carrier, reason);
    }

    /** Somebody knows what no carrier could say. */
    Delivery foundOut(State as, String why) {
        return new Delivery(message, as, attempts, next, false, carrier, why);
    }

    Delivery settled(State as, String by, @Nullable String why) {
        return new Delivery(message, as, attempts + 1, next, false, by, why);
    }
}
