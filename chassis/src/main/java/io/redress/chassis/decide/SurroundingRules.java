package io.redress.chassis.decide;

import java.time.Instant;

/**
 * Rules around other rules: they watch what those decide, or add what follows from it, in the same decision. In all that
 * a subclass does not say otherwise the inner rules hold.
 *
 * @param <S> state
 * @param <C> command
 * @param <E> event
 */
public abstract class SurroundingRules<S, C, E> implements Decider<S, C, E> {
    /** Those that are surrounded; themselves perhaps around others. */
    protected final Decider<S, C, E> rules;

    protected SurroundingRules(Decider<S, C, E> rules) {
        this.rules = rules;
    }

    @Override
    public S initialState() {
        return rules.initialState();
    }

    @Override
    public Decision<E> decide(S state, C command, Instant now) {
        return rules.decide(state, command, now);
    }

    @Override
    public S evolve(S state, E event) {
        return rules.evolve(state, event);
    }
}
