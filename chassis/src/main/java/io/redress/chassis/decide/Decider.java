package io.redress.chassis.decide;

import java.time.Instant;
import java.util.List;

/**
 * The rules of one kind of case as two pure functions. No clock, no chance, no I/O: the same input always gives the
 * same answer, so rules are tested in milliseconds and replayed safely.
 *
 * @param <S> state, a sealed interface of records or a record
 * @param <C> command, a sealed interface of records
 * @param <E> event
 */
public interface Decider<S, C, E> {

    /** The state of a case nothing has happened in yet. */
    S initialState();

    /**
     * What follows from a command, or why nothing does. Never throws for anything a caller can send.
     *
     * @param now the instant of the decision; all times in the events derive from it
     */
    Decision<E> decide(S state, C command, Instant now);

    /** The state after an event. Total: it accepts every event {@link #decide} can produce in that state. */
    S evolve(S state, E event);

    /** The state after several events, in their order. */
    default S evolveAll(S state, List<? extends E> events) {
        S at = state;
        for (E event : events) {
            at = evolve(at, event);
        }
        return at;
    }
}
