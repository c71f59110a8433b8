package io.redress.intake.domain;

import static io.redress.intake.domain.KinCases.CASE;
import static io.redress.intake.domain.KinCases.OTHER;
import static io.redress.intake.domain.KinCases.TEXT;
import static io.redress.intake.domain.KinCases.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.IntakeEvent.ComplaintJoined;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.KinshipCommand.Join;
import io.redress.intake.domain.KinshipCommand.OpenBeside;
import io.redress.intake.domain.kinship.Shingles;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JoiningTest {
    private static final Join AGAIN = new Join(complaint(OTHER, "k2", TEXT + " Please!"), 0.9);

    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(KinCases.decider());

    @Test
    @Behaviour("R54")
    void what_is_said_again_is_kept_verbatim_counted_and_answered_without_a_new_date() {
        open();
        Instant announced = announced();
        List<IntakeFact> facts = intake.when(AGAIN).events();
        intake.when(AGAIN).andThen();

        List<CaseEvent> told = told(facts);
        assertThat(told.getFirst()).isInstanceOfSatisfying(ComplaintJoined.class, joined -> {
            assertThat(joined.caseId()).isEqualTo(CASE);
            assertThat(joined.text()).isEqualTo(TEXT + " Please!");
            assertThat(joined.repeated()).isEqualTo(1);
        });
        assertThat(told.get(1))
                .isInstanceOfSatisfying(
                        CustomerMessageComposed.class,
                        message -> assertThat(message.kind()).isEqualTo("joined"));
        assertThat(announced()).isEqualTo(announced);
    }

    @Test
    @Behaviour("R1")
    void the_same_request_joins_once_and_another_under_its_key_is_refused() {
        open();
        intake.when(AGAIN).andThen();

        intake.when(AGAIN).thenNothing();
        intake.when(new Join(complaint(OTHER, "k2", TEXT), 1)).thenRejected("idempotency-key-reused");
        intake.when(new Join(complaint(OTHER, "k1", TEXT), 1)).thenNothing();
        intake.when(new Join(complaint(OTHER, "k1", TEXT + " Now"), 1)).thenRejected("idempotency-key-reused");
    }

    @Test
    void the_clients_own_number_joins_once_too() {
        open();
        intake.when(new Join(complaint(OTHER, "k3", "web-1", "C-1", TEXT), 1)).andThen();

        intake.when(new Join(complaint(OTHER, "k4", "web-1", "C-1", TEXT), 1)).thenNothing();
        intake.when(new Join(complaint(OTHER, "k5", "web-1", "C-1", TEXT + " Now"), 1))
                .thenRejected("client-reference-reused");
    }

    @Test
    void a_case_takes_only_so_many_words_and_none_once_it_is_solved() {
        open();
        for (int i = 0; i < Kinship.MOST_JOINED; i++) {
            intake.when(new Join(complaint(OTHER, "again-" + i, TEXT), 1)).andThen();
        }
        intake.when(AGAIN).thenRejected("takes-no-further-words");
        assertThat(filed().takesFurtherWords()).isFalse();

        var solved = Scenario.of(KinCases.decider());
        solved.when(new OpenBeside(
                        complaint(CASE, "k1", TEXT), Shingles.of(TEXT).sketch(), List.of()))
                .andThen()
                .when(new Hear(new SolutionExecuted(CASE, "o1", "A refund", Instant.EPOCH), "e1"))
                .andThen()
                .when(AGAIN)
                .thenRejected("takes-no-further-words");
    }

    @Test
    void long_words_fill_a_case_sooner() {
        open();
        String novel = "word ".repeat(4_000);
        for (int i = 0; i < 5; i++) {
            intake.when(new Join(complaint(OTHER, "novel-" + i, novel), 1)).andThen();
        }
        intake.when(new Join(complaint(OTHER, "novel-6", novel), 1)).thenRejected("takes-no-further-words");
    }

    @Test
    void what_is_said_again_in_the_same_letters_is_not_stored_twice() {
        open();
        intake.when(new Join(complaint(OTHER, "k2", TEXT), 1)).andThen();

        assertThat(filed().kinship().joined().getFirst().text()).isNull();
    }

    @Test
    void a_state_of_before_there_was_kinship_still_reads() {
        JsonMapper json = JsonMapper.builder()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        Kinship old = json.readValue("{}", Kinship.class);

        assertThat(old).isEqualTo(Kinship.NONE);
        open();
        intake.when(AGAIN).andThen();
        assertThat(json.readValue(json.writeValueAsBytes(filed().kinship()), Kinship.class))
                .isEqualTo(filed().kinship());
    }

    private void open() {
        intake.when(new OpenBeside(
                        complaint(CASE, "k1", TEXT), Shingles.of(TEXT).sketch(), List.of()))
                .andThen();
    }

    private Filed filed() {
        return (Filed) intake.state();
    }

    private Instant announced() {
        var next = filed().progress().next();
        assertThat(next).isNotNull();
        return java.util.Objects.requireNonNull(next).by();
    }

    private static List<CaseEvent> told(List<IntakeFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(fact -> ((Published) fact).event())
                .toList();
    }
}
