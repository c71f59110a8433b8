package io.redress.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import java.time.Instant;
import java.util.List;

/**
 * Given-When-Then for a decider.
 *
 * <pre>{@code
 * Scenario.of(decider).given(ROUTED).when(decline("not-ours")).then(new OwnerDecisionRequested(...));
 * }</pre>
 */
public final class Scenario<S, C, E> {
    private final Decider<S, C, E> decider;
    private final Instant now;
    private S state;

    private Scenario(Decider<S, C, E> decider, Instant now) {
        this.decider = decider;
        this.now = now;
        this.state = decider.initialState();
    }

    public static <S, C, E> Scenario<S, C, E> of(Decider<S, C, E> decider) {
        return new Scenario<>(decider, Instant.parse("2026-03-02T09:00:00Z"));
    }

    /** The same at another time. */
    public Scenario<S, C, E> at(Instant instant) {
        Scenario<S, C, E> later = new Scenario<>(decider, instant);
        later.state = state;
        return later;
    }

    @SafeVarargs
    public final Scenario<S, C, E> given(E... events) {
        for (E event : events) {
            state = decider.evolve(state, event);
        }
        return this;
    }

    public Then when(C command) {
        return new Then(decider.decide(state, command, now));
    }

    public S state() {
        return state;
    }

    /** What was decided. */
    public final class Then {
        private final Decision<E> decision;

        private Then(Decision<E> decision) {
            this.decision = decision;
        }

        /** Exactly these events, in this order; the scenario goes on after them. */
        @SafeVarargs
        public final Scenario<S, C, E> then(E... expected) {
            assertThat(events()).containsExactly(expected);
            return given(expected);
        }

        /** Accepted without any effect. */
        public Scenario<S, C, E> thenNothing() {
            assertThat(events()).isEmpty();
            return Scenario.this;
        }

        /** Refused with this code, in a sentence. */
        public Scenario<S, C, E> thenRejected(String code) {
            assertThat(decision).isInstanceOfSatisfying(Decision.Rejected.class, rejected -> {
                assertThat(rejected.code()).isEqualTo(code);
                assertThat(rejected.explanation()).startsWith("Expected ");
            });
            return Scenario.this;
        }

        /** For looking closer. */
        public List<E> events() {
            assertThat(decision).isInstanceOf(Decision.Accepted.class);
            return ((Decision.Accepted<E>) decision).events();
        }

        /** Goes on after what was decided, whatever it was. */
        public Scenario<S, C, E> andThen() {
            events().forEach(Scenario.this::given);
            return Scenario.this;
        }
    }
}
