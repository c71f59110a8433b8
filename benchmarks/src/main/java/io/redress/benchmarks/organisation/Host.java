package io.redress.benchmarks.organisation;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.Outgoing;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A service without anything around its rules: what it decides is remembered and told at once. */
final class Host<S, C, E> {
    private final CaseDefinition<S, C, E> definition;
    private final BiConsumer<String, Outgoing> told;
    private final Map<String, S> states = new HashMap<>();
    private final Map<String, Instant> awaited = new HashMap<>();

    Host(CaseDefinition<S, C, E> definition, BiConsumer<String, Outgoing> told) {
        this.definition = definition;
        this.told = told;
    }

    S state(String id) {
        S known = states.get(id);
        return known == null ? definition.decider().initialState() : known;
    }

    Decision<E> decide(String id, C command, Instant now) {
        Decision<E> decision = definition.decider().decide(state(id), command, now);
        if (decision instanceof Decision.Accepted<E>(List<E> events)) {
            for (E event : events) {
                states.put(id, definition.decider().evolve(state(id), event));
                definition.outgoing(id, event).forEach(it -> told.accept(id, it));
            }
        }
        return decision;
    }

    /** When it must be woken for this id; empty where it is going to be already, or needs not. */
    Optional<Instant> newlyDue(String id) {
        Optional<Instant> due = definition.nextDue(state(id));
        Instant before = awaited.get(id);
        if (due.isEmpty() || before != null && !due.get().isBefore(before)) {
            return Optional.empty();
        }
        awaited.put(id, due.get());
        return due;
    }

    /** Woken; does what is due by now. */
    void wake(String id, Instant now) {
        awaited.remove(id);
        if (definition.nextDue(state(id)).filter(it -> !it.isAfter(now)).isEmpty()) {
            return;
        }
        definition.onDeadline().ifPresent(it -> decide(id, it, now));
        if (definition.nextDue(state(id)).filter(it -> !it.isAfter(now)).isPresent()) {
            throw new Violation("Expected " + definition.service() + " to have done by " + now + " what was due in "
                    + id + ", but it is due still");
        }
    }
}
