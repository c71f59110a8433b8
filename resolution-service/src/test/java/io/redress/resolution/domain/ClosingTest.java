package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.redirected;
import static io.redress.resolution.domain.Cases.routed;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.CaseClosed.Reason;
import io.redress.contracts.ResolutionEvent.ChoiceReminderDue;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.Close;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final Close SATISFIED = new Close(true, "Thank you.");
    private static final DeadlineReached DEADLINE = new DeadlineReached();
    private static final List<ResolutionCommand> PROPOSED =
            List.of(routed(FINANCE), answered(1, FINANCE, true, REFUND));
    private static final List<ResolutionCommand> EXECUTED = List.of(
            routed(FINANCE),
            answered(1, FINANCE, true, REFUND),
            new Choose("p1", "o1", "webshop"),
            stepAnswered("p1-o1-s1", FINANCE, true));

    @Test
    void the_customers_word_closes_what_is_carried_out() {
        assertThat(decide(EXECUTED, SATISFIED, NOW))
                .isEqualTo(published(new CaseClosed(CASE, Reason.CUSTOMERS_WORD, true, "Thank you.", NOW)));
    }

    @Test
    @Behaviour("R8")
    void who_only_wanted_to_be_heard_closes_the_case_and_nothing_else_does() {
        assertThat(decide(List.of(routed()), DEADLINE, days(1000))).isEqualTo(Decision.nothing());
        assertThat(decide(List.of(routed()), SATISFIED, NOW))
                .isEqualTo(published(new CaseClosed(CASE, Reason.CUSTOMERS_WORD, true, "Thank you.", NOW)));
    }

    @Test
    void what_is_not_carried_out_cannot_be_closed() {
        assertThat(code(List.of())).isEqualTo("not-resolved-yet");
        assertThat(code(List.of(routed(FINANCE)))).isEqualTo("not-resolved-yet");
        assertThat(code(PROPOSED)).isEqualTo("not-resolved-yet");
        assertThat(code(EXECUTED.subList(0, 3))).isEqualTo("not-resolved-yet");
    }

    @Test
    void the_same_word_again_changes_nothing_and_another_is_refused() {
        Progress closed = Histories.after(Histories.after(NOW, EXECUTED), SATISFIED, NOW);

        assertThat(Cases.decider().decide(closed, SATISFIED, NOW)).isEqualTo(Decision.nothing());
        assertThat(Cases.decider().decide(closed, new Close(false, null), NOW))
                .isInstanceOfSatisfying(
                        Decision.Rejected.class, it -> assertThat(it.code()).isEqualTo("already-closed"));
    }

    @Test
    void halfway_to_the_end_of_the_offer_the_customer_is_reminded_once() {
        assertThat(decide(PROPOSED, DEADLINE, days(7).minusSeconds(1))).isEqualTo(Decision.nothing());
        assertThat(decide(PROPOSED, DEADLINE, days(7)))
                .isEqualTo(published(new ChoiceReminderDue(CASE, "p1", days(14))));
        Progress reminded = Histories.after(Histories.after(NOW, PROPOSED), DEADLINE, days(7));
        assertThat(Cases.decider().decide(reminded, DEADLINE, days(8))).isEqualTo(Decision.nothing());
    }

    @Test
    void an_offer_that_nobody_takes_ends_as_announced() {
        assertThat(decide(PROPOSED, DEADLINE, days(14)))
                .isEqualTo(published(new CaseClosed(CASE, Reason.ANNOUNCED_EXPIRY, null, null, days(14))));
    }

    @Test
    void silence_after_the_execution_closes_as_announced() {
        assertThat(decide(EXECUTED, DEADLINE, days(7).minusSeconds(1))).isEqualTo(Decision.nothing());
        assertThat(decide(EXECUTED, DEADLINE, days(7)))
                .isEqualTo(published(new CaseClosed(CASE, Reason.ANNOUNCED_EXPIRY, null, null, days(7))));
    }

    @Test
    void what_others_tell_after_the_end_only_says_who_took_part() {
        Progress closed = Histories.after(Histories.after(NOW, EXECUTED), SATISFIED, NOW);

        assertThat(Cases.decider().decide(closed, routed(FINANCE), NOW)).isEqualTo(Decision.nothing());
        assertThat(Cases.decider().decide(closed, answered(1, FINANCE, true), NOW))
                .isEqualTo(Decision.nothing());
        Progress later = Histories.after(closed, redirected(9, FINANCE, LOGISTICS, 10), NOW);
        assertThat(later.background()).satisfies(it -> assertThat(it.involved()).containsExactly(FINANCE, LOGISTICS));
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }

    private static Decision<ResolutionFact> published(io.redress.contracts.ResolutionEvent event) {
        return Decision.accept(new Published(event));
    }

    private static Decision<ResolutionFact> decide(
            List<ResolutionCommand> history, ResolutionCommand command, Instant now) {
        return Cases.decider().decide(Histories.after(NOW, history), command, now);
    }

    private static String code(List<ResolutionCommand> history) {
        return ((Decision.Rejected<ResolutionFact>) decide(history, SATISFIED, NOW)).code();
    }
}
