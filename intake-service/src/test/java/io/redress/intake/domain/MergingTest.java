package io.redress.intake.domain;

import static io.redress.intake.domain.KinCases.CASE;
import static io.redress.intake.domain.KinCases.OTHER;
import static io.redress.intake.domain.KinCases.TEXT;
import static io.redress.intake.domain.KinCases.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.CustomerMessageEvent;
import io.redress.contracts.CustomerMessageEvent.MessageSettled;
import io.redress.contracts.IntakeEvent.CaseMerged;
import io.redress.contracts.IntakeEvent.MergeReceived;
import io.redress.contracts.IntakeEvent.MergeReleased;
import io.redress.contracts.IntakeEvent.MergeUndone;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.ChoiceReminderDue;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.intake.domain.DeliveryCommand.NoteReceipt;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Kinship.Turn;
import io.redress.intake.domain.Kinship.What;
import io.redress.intake.domain.KinshipCommand.BeginMerge;
import io.redress.intake.domain.KinshipCommand.DropMerge;
import io.redress.intake.domain.KinshipCommand.Join;
import io.redress.intake.domain.KinshipCommand.ReceiveMerge;
import io.redress.intake.domain.KinshipCommand.ReceiveUndo;
import io.redress.intake.domain.KinshipCommand.SettleMerge;
import io.redress.intake.domain.KinshipCommand.SettleUndo;
import io.redress.intake.domain.KinshipCommand.UndoMerge;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final BeginMerge BEGIN = new BeginMerge(CASE, OTHER, "The same invoice.", "anna", "key", "print");
    private static final SettleMerge SETTLE = new SettleMerge(CASE, 1);
    private static final UndoMerge UNDO = new UndoMerge(CASE, "Another invoice.", "anna", "undo-key", "undo");

    @Test
    @Behaviour("R151")
    void a_case_is_merged_when_the_other_has_agreed_and_not_before() {
        var begun = filed().when(BEGIN);
        assertThat(told(begun.events())).isEmpty();

        var merged = begun.andThen().when(SETTLE);

        assertThat(told(merged.events()))
                .containsExactly(new CaseMerged(CASE, OTHER, "The same invoice.", "anna", NOW));
        merged.andThen().when(SETTLE).thenNothing();
    }

    @Test
    void a_merged_case_says_nothing_more_and_misses_no_date() {
        var merged = merged();

        assertThat(IntakeDecider.nextDue(state(merged))).isEmpty();
        merged.at(NOW.plus(Duration.ofDays(3))).when(new DeadlineReached()).thenNothing();
        assertThat(told(merged.when(new Hear(new ChoiceReminderDue(CASE, "p1", NOW), "e1"))
                        .events()))
                .noneMatch(CustomerMessageEvent.class::isInstance);
        merged.when(new Join(complaint(OTHER, "k2", TEXT), 1)).thenRejected("takes-no-further-words");
    }

    @Test
    void a_merged_case_still_takes_back_what_it_had_said() {
        var corrected = new CustomerCorrected(
                CASE, "delivery.date", "c1", "27 November", NOW, List.of(), List.of(), NOW, null, null);

        assertThat(told(merged().when(new Hear(corrected, "e2")).events()))
                .anyMatch(CustomerMessageEvent.class::isInstance);
    }

    @Test
    void what_a_person_found_out_about_a_message_is_told_in_a_merged_case_but_nothing_is_sent_again() {
        String messageId = state(filed()).deliveries().waiting().getFirst().id();
        var merged = merged();
        merged.when(new NoteReceipt(messageId, "smtp", false, new Receipt.Unsure("No answer.")))
                .andThen();

        merged.when(new SettleUnknown(messageId, false, "I asked.", "sofia")).thenRejected("merged");
        assertThat(told(merged.when(new SettleUnknown(messageId, true, "I asked.", "sofia"))
                        .events()))
                .singleElement()
                .isInstanceOf(MessageSettled.class);
    }

    @Test
    void the_surviving_case_takes_the_other_over_and_tells_the_customer_once() {
        var received = filed().when(receive(1)).events();

        assertThat(told(received)).hasSize(2).first().isInstanceOf(MergeReceived.class);
        var survivor = filed().when(receive(1)).andThen();
        survivor.when(receive(1)).thenNothing();
        assertThat(state(survivor).kinship().absorbed()).hasSize(1);
    }

    @Test
    void the_undo_gives_the_case_its_own_life_again_and_keeps_both_histories() {
        var undone = merged().when(UNDO);
        assertThat(told(undone.events()))
                .containsExactly(new MergeUndone(CASE, OTHER, "Another invoice.", "anna", NOW));
        var alive = undone.andThen().when(new SettleUndo(1)).andThen();

        assertThat(state(alive).kinship().merged()).isFalse();
        assertThat(IntakeDecider.nextDue(state(alive))).isPresent();
        assertThat(state(alive).kinship().turns())
                .extracting(Turn::what)
                .containsExactly(What.MERGED, What.MERGE_UNDONE);

        ReceiveUndo release = new ReceiveUndo(CASE, OTHER, 1, "Another invoice.", "anna", NOW);
        var survivor = filed().when(receive(1)).andThen().when(release);
        assertThat(told(survivor.events()))
                .containsExactly(new MergeReleased(CASE, OTHER, "Another invoice.", "anna", NOW));
        var released = survivor.andThen();
        assertThat(state(released).kinship().absorbed()).isEmpty();
        released.when(release).thenNothing();
        assertThat(state(released).kinship().turns())
                .extracting(Turn::what)
                .containsExactly(What.MERGE_RECEIVED, What.MERGE_RELEASED);
    }

    @Test
    void a_merge_that_comes_late_after_its_undo_is_refused_and_the_next_one_is_not() {
        var released = filed().when(receive(1))
                .andThen()
                .when(new ReceiveUndo(CASE, OTHER, 1, "Another invoice.", "anna", NOW))
                .andThen();

        released.when(receive(1)).thenRejected("released");
        assertThat(released.when(receive(2)).events()).isNotEmpty();
    }

    @Test
    void a_merge_that_the_other_refuses_leaves_the_case_as_it_was_and_its_key_free() {
        var dropped = filed().when(BEGIN)
                .andThen()
                .when(new DropMerge(CASE, 1, "It is closed."))
                .andThen();

        assertThat(state(dropped).kinship().mergedInto()).isNull();
        assertThat(state(dropped).kinship().doneUnder("key")).isEmpty();
        dropped.when(SETTLE).thenNothing();
        var again = dropped.when(BEGIN).andThen();
        assertThat(state(again).kinship().mergedInto()).isNotNull();
        again.when(SETTLE).thenNothing();
    }

    @Test
    void circles_cannot_come_about() {
        filed().when(BEGIN).andThen().when(receive(1)).thenRejected("survivor-merged");
        merged().when(receive(1)).thenRejected("survivor-merged");
        filed().when(new BeginMerge(CASE, CASE, "Why not.", "anna", "k", "f")).thenRejected("into-itself");
    }

    @Test
    void what_cannot_be_merged_is_refused_with_its_reason() {
        merged().when(BEGIN).thenRejected("already-merged");
        filed().when(BEGIN).andThen().when(BEGIN).thenRejected("merge-unfinished");
        filed().when(BEGIN).andThen().when(UNDO).thenRejected("merge-unfinished");
        filed().when(UNDO).thenRejected("not-merged");
        closed().when(BEGIN).thenRejected("already-closed");
        closed().when(receive(1)).thenRejected("survivor-closed");
        filed().when(new Hear(new OptionChosen(CASE, "p1", "o1", "A refund", "anna", NOW), "e1"))
                .andThen()
                .when(BEGIN)
                .thenRejected("being-carried-out");
        filed().when(new ReceiveMerge(CASE, OTHER, 1, "C-2", "The same.", "anna", NOW))
                .thenRejected("another-customer");
        Scenario.of(KinCases.decider()).when(BEGIN).thenRejected("unknown-case");
    }

    @Test
    void an_undo_that_is_not_noted_yet_holds_the_next_merge_back() {
        merged().when(UNDO).andThen().when(BEGIN).thenRejected("merge-unfinished");
    }

    private static ReceiveMerge receive(int number) {
        return new ReceiveMerge(CASE, OTHER, number, "C-1", "The same invoice.", "anna", NOW);
    }

    private static Scenario<IntakeState, IntakeCommand, IntakeFact> filed() {
        return Scenario.of(KinCases.decider()).when(complaint(CASE, "k1", TEXT)).andThen();
    }

    private static Scenario<IntakeState, IntakeCommand, IntakeFact> merged() {
        return filed().when(BEGIN).andThen().when(SETTLE).andThen();
    }

    private static Scenario<IntakeState, IntakeCommand, IntakeFact> closed() {
        return filed().when(new Hear(new CaseClosed(CASE, CaseClosed.Reason.CUSTOMERS_WORD, true, null, NOW), "e1"))
                .andThen();
    }

    private static Filed state(Scenario<IntakeState, IntakeCommand, IntakeFact> scenario) {
        return (Filed) scenario.state();
    }

    private static List<Object> told(List<IntakeFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(fact -> (Object) ((Published) fact).event())
                .toList();
    }
}
