package io.redress.intake.application;

import io.redress.intake.domain.Receipt;
import reactor.core.publisher.Mono;

/** Brings messages to customers, or to somebody who does. */
public interface MessageCarrier {
    /** Its name in settings, events and metrics. */
    String name();

    /** Whether it knows messages by their id, so that giving it one again does not make two of it. */
    boolean knowsIds();

    /** How many letters it takes at the same time. */
    int atOnce();

    /** Whether it can reach this customer. */
    boolean reaches(Letter letter);

    /**
     * Carries a letter. Nothing happens before somebody subscribes. An error, and an end without a receipt, mean that
     * nobody knows whether it went out.
     */
    Mono<Receipt> carry(Letter letter);
}
