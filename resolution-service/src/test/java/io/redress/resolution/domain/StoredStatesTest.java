package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CREDIT;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.redirected;
import static io.redress.resolution.domain.Cases.routed;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.Close;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StoredStatesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void every_state_is_stored_and_read_again_as_it_was() {
        List<ResolutionCommand> history = List.of(
                routed(FINANCE, LOGISTICS),
                redirected(2, LOGISTICS, FINANCE, 3),
                answered(1, FINANCE, true, REFUND, CREDIT),
                answered(3, FINANCE, true),
                new LearnPause(),
                new LearnResumption(),
                new Choose("p1", "o1", "webshop"),
                stepAnswered("p1-o1-s1", FINANCE, false),
                new Choose("p2", "o1", "webshop"),
                stepAnswered("p2-o1-s1", FINANCE, true),
                new Close(true, "Thank you."));
        Set<Class<?>> seen = new HashSet<>();
        Progress state = Cases.decider().initialState();
        for (ResolutionCommand command : history) {
            state = Histories.after(state, command, NOW);
            seen.add(state.getClass());
            assertThat(read(state)).isEqualTo(state);
        }
        Progress listening = Histories.after(NOW, List.of(routed()));
        seen.add(listening.getClass());

        assertThat(read(listening)).isEqualTo(listening);
        Drafted drafted = drafted();
        seen.add(drafted.getClass());
        assertThat(read(drafted)).isEqualTo(drafted);
        assertThat(seen).containsExactlyInAnyOrder(Progress.class.getPermittedSubclasses());
    }

    @Test
    void a_progress_that_was_stored_bare_is_read_as_a_case() {
        byte[] stored = MAPPER.writerFor(Progress.class).writeValueAsBytes(drafted());

        assertThat(ResolutionRules.caseOf(
                        MAPPER.readerFor(ResolutionState.class).readValue(stored)))
                .isEqualTo(new ResolutionCase(drafted(), Assurances.NONE));
    }

    @Test
    void a_case_is_stored_and_read_again_as_it_was() {
        ResolutionCase known = new ResolutionCase(drafted(), Assurances.NONE);
        byte[] stored = MAPPER.writerFor(ResolutionState.class).writeValueAsBytes(known);

        assertThat(MAPPER.readerFor(ResolutionState.class).<ResolutionState>readValue(stored))
                .isEqualTo(known);
    }

    private static Drafted drafted() {
        Progress gathering = Histories.after(NOW, List.of(routed(FINANCE), answered(1, FINANCE, true, REFUND, CREDIT)));
        return new Drafted(
                Objects.requireNonNull(gathering.background()),
                ((Progress.Proposed) gathering).proposal(),
                List.of("finance"),
                List.of());
    }

    private static Progress read(Progress state) {
        byte[] stored = MAPPER.writerFor(Progress.class).writeValueAsBytes(state);
        return MAPPER.readerFor(Progress.class).readValue(stored);
    }
}
