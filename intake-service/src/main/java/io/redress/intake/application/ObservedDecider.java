package io.redress.intake.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import java.time.Instant;
import java.util.List;

/**
 * The rules, watched by those who count. They are asked once for each fact that was decided; again only where two
 * instances raced for the case, which rebalancing alone causes.
 */
public final class ObservedDecider implements Decider<IntakeState, IntakeCommand, IntakeFact> {
    private final Decider<IntakeState, IntakeCommand, IntakeFact> rules;
    private final List<Observer> observers;

    public ObservedDecider(Decider<IntakeState, IntakeCommand, IntakeFact> rules, Observer... observers) {
        this.rules = rules;
        this.observers = List.of(observers);
    }

    /** Sees what a fact has changed. */
    @FunctionalInterface
    public interface Observer {
        void changed(IntakeState before, IntakeFact by, IntakeState after);
    }

    @Override
    public IntakeState initialState() {
        return rules.initialState();
    }

    @Override
    public Decision<IntakeFact> decide(IntakeState state, IntakeCommand command, Instant now) {
        return rules.decide(state, command, now);
    }

    @Override
    public IntakeState evolve(IntakeState state, IntakeFact event) {
        IntakeState after = rules.evolve(state, event);
        observers.forEach(it -> it.changed(state, event, after));
        return after;
    }
}
