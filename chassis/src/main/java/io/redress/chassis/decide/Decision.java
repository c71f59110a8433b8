package io.redress.chassis.decide;

import java.util.List;

/** What a {@link Decider} answers. A refusal is a value, not an exception. */
public sealed interface Decision<E> {

    /** It happened. No events means it had happened before or needs nothing. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * It cannot be.
     *
     * @param code kebab-case reason, stable for programs, for example {@code not-routed-yet}
     * @param explanation a sentence for people: what was expected, what was found
     */
    record Rejected<E>(String code, String explanation) implements Decision<E> {}

    /** Accepts with these events, in order. */
    @SafeVarargs
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    /** Accepts with these events, in order. */
    static <E> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    /** Accepts without any effect: a repetition, or something that does not concern this case any more. */
    static <E> Decision<E> nothing() {
        return new Accepted<>(List.of());
    }

    /** Refuses. */
    static <E> Decision<E> reject(String code, String explanation) {
        return new Rejected<>(code, explanation);
    }
}
