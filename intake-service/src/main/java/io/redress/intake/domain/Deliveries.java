package io.redress.intake.domain;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The messages of a case that are on their way to the customer. They leave in the order in which they were composed;
 * one that is settled leaves this list and is kept, with its text, in the log of the case.
 *
 * @param waiting oldest first, at most {@value #MOST}
 */
public record Deliveries(List<Delivery> waiting) {
    static final int MOST = 100;
    static final Deliveries NONE = new Deliveries(List.of());

    /** A state that was written before there were deliveries has no list. */
    public Deliveries {
        waiting = waiting == null ? List.of() : List.copyOf(waiting);
    }

    /** The one whose turn it is. */
    public Optional<Delivery> first() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.getFirst());
    }

    Optional<Delivery> find(String messageId) {
        return waiting.stream()
                .filter(delivery -> delivery.id().equals(messageId))
                .findFirst();
    }

    Deliveries plus(Delivery next) {
        return find(next.id()).isPresent()
                ? this
                : new Deliveries(
                        Stream.concat(waiting.stream(), Stream.of(next)).toList());
    }

    Deliveries without(String messageId) {
        return new Deliveries(waiting.stream()
                .filter(delivery -> !delivery.id().equals(messageId))
                .toList());
    }

    Deliveries changing(String messageId, UnaryOperator<Delivery> change) {
        return new Deliveries(waiting.stream()
                .map(delivery -> delivery.id().equals(messageId) ? change.apply(delivery) : delivery)
                .toList());
    }
}
