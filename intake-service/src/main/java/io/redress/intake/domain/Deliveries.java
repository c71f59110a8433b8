package io.redress.intake.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The messages of a case that are on their way to the customer. They leave in the order in which they were composed;
 * one that is settled leaves this list and is kept, with its text, in the log of the case.
 *
 * @param waiting oldest first, at most {@value #MOST}
 * @param givenUp settled as unknown, so that a person may still find out; the latest {@value #MOST_UNKNOWN}
 */
public record Deliveries(List<Delivery> waiting, List<Delivery> givenUp) {
    static final int MOST = 100;
    static final int MOST_UNKNOWN = 20;
    static final Deliveries NONE = new Deliveries(List.of(), List.of());

    /** A state that was written before there were deliveries has no list. */
    public Deliveries {
        waiting = waiting == null ? List.of() : List.copyOf(waiting);
        givenUp = givenUp == null ? List.of() : List.copyOf(givenUp);
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

    /** The one that a carrier may have or not, whether it is still asked about or not. */
    Optional<Delivery> uncertain(String messageId) {
        return Stream.concat(waiting.stream(), givenUp.stream())
                .filter(delivery -> delivery.id().equals(messageId) && delivery.state() == Delivery.State.UNKNOWN)
                .findFirst();
    }

    boolean isGivenUp(String messageId) {
        return givenUp.stream().anyMatch(delivery -> delivery.id().equals(messageId));
    }

    Deliveries plus(Delivery next) {
        return find(next.id()).isPresent()
                ? this
                : new Deliveries(
                        Stream.concat(waiting.stream(), Stream.of(next)).toList(), givenUp);
    }

    Deliveries settled(Delivery delivery) {
        List<Delivery> others = without(givenUp, delivery.id());
        List<Delivery> unknown = delivery.state() == Delivery.State.UNKNOWN
                ? Stream.concat(others.stream(), Stream.of(delivery)).toList()
                : others;
        return new Deliveries(
                without(waiting, delivery.id()),
                unknown.subList(Math.max(0, unknown.size() - MOST_UNKNOWN), unknown.size()));
    }

    /** What was given up goes first: it was composed before the others. */
    Deliveries tryingAgain(String messageId, Instant at) {
        if (!isGivenUp(messageId)) {
            return changing(messageId, delivery -> delivery.askedAgain(at));
        }
        Stream<Delivery> again = givenUp.stream()
                .filter(delivery -> delivery.id().equals(messageId))
                .map(delivery -> delivery.triedAgain(at));
        return new Deliveries(Stream.concat(again, waiting.stream()).toList(), without(givenUp, messageId));
    }

    private static List<Delivery> without(List<Delivery> all, String messageId) {
        return all.stream().filter(delivery -> !delivery.id().equals(messageId)).toList();
    }

    Deliveries changing(String messageId, UnaryOperator<Delivery> change) {
        return new Deliveries(
                waiting.stream()
                        .map(delivery -> delivery.id().equals(messageId) ? change.apply(delivery) : delivery)
                        .toList(),
                givenUp);
    }
}
