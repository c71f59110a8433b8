package io.redress.benchmarks.organisation;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service without anything around its rules: what it decides is remembered and told at once. */
final class Host<S, C, E> {
    private final CaseDefinition<S, C, E> definition;
    private final Told<E> told;
    private final Map<String, Kept<S>> kept = new HashMap<>();

    /** Hears what follows from a fact for others. */
    @FunctionalInterface
    interface Told<E> {
        void tell(String id, E fact, Outgoing content);
    }

    /** What is known under an id, when it is due, and for when it is going to be woken. */
    private static final class Kept<S> {
        S state;
        private @Nullable S dueOf;
        private Optional<Instant> due = Optional.empty();

        @Nullable
        Instant awaited;

        Kept(S state) {
            this.state = state;
        }

        /** Asked again only where something has happened. */
        Optional<Instant> due(CaseDefinition<S, ?, ?> definition) {
            if (dueOf != state) {
                due = definition.nextDue(state);
                dueOf = state;
            }
            return due;
        }

        boolean isDue(CaseDefinition<S, ?, ?> definition, Instant now) {
            return due(definition).filter(it -> !it.isAfter(now)).isPresent();
        }
    }

    Host(CaseDefinition<S, C, E> definition, Told<E> told) {
        this.definition = definition;
        this.told = told;
    }

    S state(String id) {
        Kept<S> known = kept.get(id);
        return known == null ? definition.decider().initialState() : known.state;
    }

    private Kept<S> kept(String id) {
        return kept.computeIfAbsent(id, _ -> new Kept<>(definition.decider().initialState()));
    }

    Decision<E> decide(String id, C command, Instant now) {
        Kept<S> at = kept(id);
        Decision<E> decision = definition.decider().decide(at.state, command, now);
        if (decision instanceof Decision.Accepted<E>(List<E> events)) {
            for (E event : events) {
                at.state = definition.decider().evolve(at.state, event);
                definition.outgoing(id, event).forEach(it -> told.tell(id, event, it));
            }
        }
        return decision;
    }

    /** When it must be woken for this id; empty where it is going to be already, or needs not. */
    Optional<Instant> newlyDue(String id) {
        Kept<S> at = kept(id);
        Optional<Instant> due = at.due(definition);
        Instant before = at.awaited;
        if (due.isEmpty() || before != null && !due.get().isBefore(before)) {
            return Optional.empty();
        }
        at.awaited = due.get();
        return due;
    }

    /** Woken; does what is due by now. */
    void wake(String id, Instant now) {
        Kept<S> at = kept(id);
        at.awaited = null;
        if (!at.isDue(definition, now)) {
            return;
        }
        definition.onDeadline().ifPresent(it -> decide(id, it, now));
        if (at.isDue(definition, now)) {
            throw new Violation("Expected " + definition.service() + " to have done by " + now + " what was due in "
                    + id + ", but it is due still");
        }
    }
}
