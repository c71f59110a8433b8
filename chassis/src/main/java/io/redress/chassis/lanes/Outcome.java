package io.redress.chassis.lanes;

import java.util.List;

/** How a submitted command ended. Whatever was accepted is durable. */
public sealed interface Outcome<S, E> {

    /** Decided and stored; {@code events} is empty where nothing was left to do. */
    record Accepted<S, E>(CaseView<S> view, List<E> events) implements Outcome<S, E> {}

    /** Refused by the rules; {@code view} is the case as it stands. */
    record Rejected<S, E>(String code, String explanation, CaseView<S> view) implements Outcome<S, E> {}

    /** The case has moved on since the version the caller had seen. */
    record Stale<S, E>(CaseView<S> view) implements Outcome<S, E> {}

    /** Another case already has this value where it must be unique. */
    record Taken<S, E>(String index, String value, String byCase) implements Outcome<S, E> {}
}
