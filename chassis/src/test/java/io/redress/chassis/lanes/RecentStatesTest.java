package io.redress.chassis.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecentStatesTest {
    private final StateCodec<Counted> codec = new StateCodec<>(Counted.class);
    private final RecentStates<Counted> recent = new RecentStates<>(codec);

    @Test
    void what_was_just_stored_is_not_read_from_json_again() {
        Counted state = new Counted(7);
        recent.keep("a", codec.write(state), state);

        assertThat(recent.read("a", codec.write(state))).isSameAs(state);
    }

    @Test
    void what_somebody_else_has_stored_meanwhile_is_read() {
        Counted state = new Counted(7);
        recent.keep("a", codec.write(state), state);

        assertThat(recent.read("a", codec.write(new Counted(8)))).isEqualTo(new Counted(8));
    }

    @Test
    void a_state_of_one_case_is_not_taken_for_another() {
        Counted state = new Counted(7);
        recent.keep("a", codec.write(state), state);

        assertThat(recent.read("b", codec.write(state))).isEqualTo(state).isNotSameAs(state);
    }

    /** Assertions are on in tests, so that every test over real cases notices such a state. */
    @Test
    void a_state_that_would_be_read_as_another_one_is_noticed() {
        byte[] json = "{\"count\":1}".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> recent.keep("a", json, new Counted(2)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected a state that is read again as it was");
    }

    record Counted(int count) {}
}
