package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.CREDIT;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.request;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.Remedy;
import io.redress.contracts.RemedyEvent.CompensationCompleted;
import io.redress.contracts.RemedyEvent.CompensationFailed;
import io.redress.contracts.RemedyEvent.CompensationStarted;
import io.redress.contracts.RemedyEvent.ExecutionStepWithdrawn;
import io.redress.contracts.RemedyEvent.RemedyExecuted;
import io.redress.contracts.RemedyEvent.RemedyOrdered;
import io.redress.contracts.RemedyEvent.RemedyRefused;
import io.redress.contracts.RemedyEvent.RemedyUnknown;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyExecuted;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyNeverOrdered;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyRefused;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyUnknown;
import io.redress.resolution.domain.ExecutionCommand.TakeRemedy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CarryingOutTest {
    private static final String CHECK = "p1-o1-s1";
    private static final String FETCH = "p1-o1-s2";
    private static final String PAY = "p1-o1-s3";
    private static final String REMEDY = CASE + ":" + PAY;
    private static final Remedy REFUND = new Remedy("refund", new Money(new BigDecimal("49.90"), "EUR"), null);

    @Test
    @Behaviour("R111")
    void steps_that_wait_for_no_other_begin_at_the_choice_and_the_others_when_those_before_them_are_done() {
        CarriedOut it = CarriedOut.chosen(returned(null));

        assertThat(it.told()).hasSize(3).first().isInstanceOf(OptionChosen.class);
        assertThat(it.told(ExecutionStepStarted.class))
                .containsExactly(
                        new ExecutionStepStarted(CASE, CHECK, FINANCE, "check", NOW, 2),
                        new ExecutionStepStarted(CASE, FETCH, LOGISTICS, "fetch", NOW, null));
        assertThat(it.hear(stepAnswered(PAY, FINANCE, true))).isEmpty();
        assertThat(it.hear(stepAnswered(FETCH, LOGISTICS, true)))
                .containsExactly(new ExecutionStepCompleted(CASE, FETCH, request(9), NOW));
        assertThat(it.hear(stepAnswered(CHECK, FINANCE, true)))
                .containsExactly(
                        new ExecutionStepCompleted(CASE, CHECK, request(9), NOW),
                        new ExecutionStepStarted(CASE, PAY, FINANCE, "pay", NOW, null));
        assertThat(it.hear(stepAnswered(PAY, FINANCE, true))).last().isInstanceOf(SolutionExecuted.class);
        assertThat(it.executions().open()).isEmpty();
    }

    @Test
    @Behaviour("R114")
    void where_a_step_fails_what_is_open_is_taken_back_and_what_is_done_is_undone_in_reverse() {
        CarriedOut it = CarriedOut.chosen(returned(null), CREDIT);
        it.hear(stepAnswered(CHECK, FINANCE, true));
        it.hear(stepAnswered(FETCH, LOGISTICS, true));

        List<CaseEvent> failed = it.hear(stepAnswered(PAY, FINANCE, false));

        assertThat(failed)
                .extracting(Object::getClass)
                .containsExactly(ExecutionStepFailed.class, SolutionsProposed.class, CompensationStarted.class);
        assertThat(failed.getLast())
                .isEqualTo(new CompensationStarted(CASE, FETCH + "-undo", FETCH, LOGISTICS, "undo fetch", NOW));
        assertThat(it.hear(stepAnswered(FETCH + "-undo", LOGISTICS, true)))
                .containsExactly(
                        new CompensationCompleted(CASE, FETCH + "-undo", FETCH, request(9), NOW),
                        new CompensationStarted(CASE, CHECK + "-undo", CHECK, FINANCE, "undo check", NOW));
        assertThat(it.hear(stepAnswered(FETCH + "-undo", LOGISTICS, true))).isEmpty();
        assertThat(it.hear(stepAnswered(CHECK + "-undo", FINANCE, true)))
                .containsExactly(new CompensationCompleted(CASE, CHECK + "-undo", CHECK, request(9), NOW));
        assertThat(it.executions().open()).isEmpty();
    }

    @Test
    @Behaviour("R114")
    void a_department_that_is_still_at_it_is_told_and_what_it_did_all_the_same_is_undone() {
        CarriedOut it = CarriedOut.chosen(returned(null), CREDIT);

        assertThat(it.hear(stepAnswered(CHECK, FINANCE, false)))
                .anyMatch(event -> event instanceof ExecutionStepWithdrawn withdrawn
                        && withdrawn.stepId().equals(FETCH)
                        && withdrawn.department().equals(LOGISTICS));
        assertThat(it.hear(stepAnswered(FETCH, LOGISTICS, true)))
                .containsExactly(
                        new ExecutionStepCompleted(CASE, FETCH, request(9), NOW),
                        new CompensationStarted(CASE, FETCH + "-undo", FETCH, LOGISTICS, "undo fetch", NOW));
    }

    @Test
    void what_cannot_be_undone_is_said_and_the_rest_is_undone_all_the_same() {
        CarriedOut it = CarriedOut.chosen(returned(null), CREDIT);
        it.hear(stepAnswered(CHECK, FINANCE, true));
        it.hear(stepAnswered(FETCH, LOGISTICS, true));
        it.hear(stepAnswered(PAY, FINANCE, false));

        assertThat(it.hear(stepAnswered(FETCH + "-undo", LOGISTICS, false)))
                .extracting(Object::getClass)
                .containsExactly(CompensationFailed.class, CompensationStarted.class);
        it.hear(stepAnswered(CHECK + "-undo", FINANCE, true));
        assertThat(it.executions().open()).isEmpty();
    }

    @Test
    @Behaviour("R114")
    void what_is_left_after_a_failure_names_openly_where_it_is_less_than_what_was_chosen() {
        OptionIdea chosen = new OptionIdea("repair", "Repaired", euros("80"), 2, null);
        CarriedOut it = CarriedOut.chosen(
                chosen,
                new OptionIdea("credit", "Credit", euros("20"), 5, "Only next month."),
                new OptionIdea("refund", "Refund", euros("80"), 2, null));

        List<Option> left = ((SolutionsProposed)
                        it.hear(stepAnswered(CHECK, FINANCE, false)).getLast())
                .options();

        assertThat(left).extracting(Option::kind).containsExactly("refund", "credit");
        assertThat(left.getFirst().disadvantage()).isNull();
        assertThat(left.getLast().disadvantage())
                .isEqualTo("Only next month. It takes longer than what you had chosen. It is worth less than what you"
                        + " had chosen.");
    }

    @Test
    void a_remedy_leaves_once_after_its_department_has_done_its_part() {
        CarriedOut it = atPayment();

        assertThat(it.hear(stepAnswered(PAY, FINANCE, true)))
                .containsExactly(new RemedyOrdered(CASE, REMEDY, "refund", NOW, REFUND.amount(), PAY));
        assertThat(it.hear(stepAnswered(PAY, FINANCE, true))).isEmpty();
        assertThat(it.hear(stepAnswered(PAY, FINANCE, false))).isEmpty();
        assertThat(it.facts(new TakeRemedy(REMEDY))).hasSize(1);
        it.hear(new TakeRemedy(REMEDY));
        assertThat(it.facts(new TakeRemedy(REMEDY))).isEmpty();
        assertThat(it.hear(new NoteRemedyExecuted(REMEDY, "RF-1", NOW)))
                .containsExactly(
                        new RemedyExecuted(CASE, REMEDY, "refund", REFUND.amount(), PAY, "RF-1", NOW),
                        new ExecutionStepCompleted(CASE, PAY, request(9), NOW),
                        new SolutionExecuted(
                                CASE, "o1", "Sent back and paid back", NOW, NOW.plus(Cases.TERMS.wordAwaited())));
        assertThat(it.hear(new NoteRemedyExecuted(REMEDY, "RF-1", NOW))).isEmpty();
    }

    @Test
    void a_refused_remedy_fails_its_step() {
        CarriedOut it = atPayment();
        it.hear(stepAnswered(PAY, FINANCE, true));
        it.hear(new TakeRemedy(REMEDY));

        assertThat(it.hear(new NoteRemedyRefused(REMEDY, 1, "No such account.")))
                .startsWith(
                        new RemedyRefused(CASE, REMEDY, "No such account.", NOW, PAY),
                        new ExecutionStepFailed(CASE, PAY, request(9), "No such account.", NOW))
                .last()
                .isInstanceOf(CompensationStarted.class);
    }

    @Test
    void a_remedy_of_which_nobody_knows_is_asked_for_ever_more_rarely_and_ordered_only_where_nobody_had_it() {
        CarriedOut it = atPayment();
        it.hear(stepAnswered(PAY, FINANCE, true));
        it.hear(new TakeRemedy(REMEDY));

        assertThat(it.hear(new NoteRemedyUnknown(REMEDY, it.tries(REMEDY), "No answer.")))
                .containsExactly(new RemedyUnknown(CASE, REMEDY, "No answer.", NOW, PAY));
        assertThat(it.executions().nextRemedy()).contains(NOW.plusSeconds(2));
        assertThat(it.hear(new NoteRemedyUnknown(REMEDY, it.tries(REMEDY), "No answer.")))
                .isEmpty();
        assertThat(it.executions().nextRemedy()).contains(NOW.plusSeconds(4));
        it.waitUntil(NOW.plusSeconds(4));
        assertThat(it.facts(new TakeRemedy(REMEDY))).isEmpty();
        it.hear(CarriedOut.denied(REMEDY, it.tries(REMEDY)));
        it.waitUntil(it.executions().nextRemedy().orElseThrow());
        assertThat(it.facts(new TakeRemedy(REMEDY))).hasSize(1);
    }

    @Test
    void a_remedy_that_nobody_had_when_its_plan_failed_is_not_ordered_any_more_and_one_that_left_is_undone() {
        CarriedOut it = paidAndFetched();
        it.hear(new TakeRemedy(CASE + ":p1-o1-s1"));

        assertThat(it.hear(stepAnswered("p1-o1-s3", LOGISTICS, false)))
                .anyMatch(event -> event instanceof ExecutionStepWithdrawn(var _, var stepId, var _, var _, var _)
                        && stepId.equals("p1-o1-s2"));
        assertThat(it.facts(new TakeRemedy(CASE + ":p1-o1-s2"))).isEmpty();
        assertThat(it.hear(new NoteRemedyExecuted(CASE + ":p1-o1-s1", "RF-1", NOW)))
                .extracting(Object::getClass)
                .containsExactly(RemedyExecuted.class, ExecutionStepCompleted.class, CompensationStarted.class);
    }

    @Test
    void
            of_a_plan_that_has_failed_what_may_have_left_is_asked_for_until_the_provider_has_denied_it_often_and_late_enough() {
        CarriedOut it = paidAndFetched();
        String paying = CASE + ":p1-o1-s1";
        it.hear(new TakeRemedy(paying));
        it.hear(new NoteRemedyUnknown(paying, 1, "No answer."));
        it.hear(stepAnswered("p1-o1-s3", LOGISTICS, false));
        Instant claimed = NOW.plus(RemedyTerms.USUAL.claim());

        assertThat(it.hear(CarriedOut.denied(paying, it.tries(paying)))).isEmpty();
        int denials = 1;
        while (it.executions().nextRemedy().isPresent()) {
            it.waitUntil(it.executions().nextRemedy().orElseThrow());
            assertThat(it.facts(new TakeRemedy(paying))).as("not ordered again").isEmpty();
            it.hear(CarriedOut.denied(paying, it.tries(paying)));
            denials++;
        }

        assertThat(denials).isGreaterThanOrEqualTo(4);
        assertThat(it.now()).isAfterOrEqualTo(claimed);
        assertThat(it.sending(paying)).isInstanceOf(Sending.Dropped.class);
        assertThat(it.hear(new NoteRemedyExecuted(paying, "RF-1", NOW)))
                .extracting(Object::getClass)
                .containsExactly(RemedyExecuted.class, ExecutionStepCompleted.class, CompensationStarted.class);
    }

    @Test
    void what_was_denied_once_and_waits_to_be_ordered_again_is_asked_for_where_its_plan_fails() {
        CarriedOut it = paidAndFetched();
        String paying = CASE + ":p1-o1-s1";
        it.hear(new TakeRemedy(paying));
        it.hear(new NoteRemedyUnknown(paying, 1, "No answer."));
        it.hear(CarriedOut.denied(paying, it.tries(paying)));
        assertThat(it.sending(paying)).isInstanceOf(Sending.ToOrder.class);

        it.hear(stepAnswered("p1-o1-s3", LOGISTICS, false));

        assertThat(it.sending(paying)).isInstanceOf(Sending.Unknown.class);
        assertThat(it.hear(new NoteRemedyExecuted(paying, "RF-1", NOW))).last().isInstanceOf(CompensationStarted.class);
    }

    @Test
    @Behaviour("R114")
    void what_has_left_the_house_and_is_not_taken_back_is_named_when_something_else_is_offered() {
        CarriedOut it = CarriedOut.chosen(paidForGood(), offer("credit", "1500.00"), offer("voucher", "1960.00"));
        it.hear(stepAnswered(CHECK, FINANCE, true));
        it.hear(new TakeRemedy(CASE + ":" + CHECK));
        it.hear(new NoteRemedyExecuted(CASE + ":" + CHECK, "RF-1", NOW));

        List<ResolutionFact> facts = it.facts(stepAnswered(FETCH, LOGISTICS, false));

        assertThat(facts)
                .contains(new ResolutionFact.Published(
                        new ExecutionStepFailed(CASE, FETCH, request(9), "What we found.", NOW, List.of(REFUND))));
        assertThat(facts)
                .anyMatch(fact -> fact instanceof ResolutionFact.ProposalHeld(var draft, var awaiting)
                        && draft.disclosure() != null
                        && draft.disclosure().endsWith("You keep what has reached you: 49.90 EUR.")
                        && awaiting.stream().anyMatch(name -> name.contains("exceptional-value")));
        it.hear(stepAnswered(FETCH, LOGISTICS, false));
        assertThat(it.executions().plans().getFirst().kept())
                .extracting(PlanStep::id)
                .containsExactly(CHECK);
        assertThat(it.executions().open()).isEmpty();
    }

    @Test
    void what_is_offered_is_as_much_as_what_was_chosen_where_it_is_together_with_what_the_customer_keeps() {
        CarriedOut it = CarriedOut.chosen(paidForGood(), offer("credit", "950.10"), offer("voucher", "950.00"));
        it.hear(stepAnswered(CHECK, FINANCE, true));
        it.hear(new TakeRemedy(CASE + ":" + CHECK));
        it.hear(new NoteRemedyExecuted(CASE + ":" + CHECK, "RF-1", NOW));

        List<Option> left = ((SolutionsProposed) it.hear(stepAnswered(FETCH, LOGISTICS, false)).stream()
                        .filter(SolutionsProposed.class::isInstance)
                        .findFirst()
                        .orElseThrow())
                .options();

        assertThat(left).extracting(Option::disadvantage).first().isNull();
        assertThat(left.getLast().disadvantage()).isEqualTo("It is worth less than what you had chosen.");
    }

    /** 49.90 EUR that nobody has said how to undo, and then a parcel: together worth 1000 EUR. */
    private static OptionIdea paidForGood() {
        return new OptionIdea(
                "refund",
                "Paid, then fetched",
                euros("1000.00"),
                3,
                null,
                null,
                List.of(
                        new PlannedStep("pay", FINANCE, "pay", List.of(), null, null, REFUND),
                        step("fetch", LOGISTICS, null, null, "pay")),
                null);
    }

    private static OptionIdea offer(String kind, String amount) {
        return new OptionIdea(kind, "So much", euros(amount), 3, null);
    }

    @Test
    void what_has_certainly_never_left_is_dropped_with_its_plan_at_once() {
        CarriedOut it = paidAndFetched();
        String paying = CASE + ":p1-o1-s1";
        it.hear(new TakeRemedy(paying));
        it.hear(stepAnswered("p1-o1-s3", LOGISTICS, false));

        it.hear(new NoteRemedyNeverOrdered(paying, 1, false, null));

        assertThat(it.sending(paying)).isInstanceOf(Sending.Dropped.class);
    }

    @Test
    void a_word_about_an_earlier_try_says_nothing_about_the_present_one() {
        CarriedOut it = atPayment();
        it.hear(stepAnswered(PAY, FINANCE, true));
        it.hear(new TakeRemedy(REMEDY));
        it.hear(new NoteRemedyNeverOrdered(REMEDY, 1, false, null));
        it.waitUntil(it.executions().nextRemedy().orElseThrow());
        it.hear(new TakeRemedy(REMEDY));

        assertThat(it.hear(new NoteRemedyNeverOrdered(REMEDY, 1, false, null))).isEmpty();
        assertThat(it.hear(new NoteRemedyRefused(REMEDY, 1, "No such account.")))
                .isEmpty();
        assertThat(it.sending(REMEDY)).isInstanceOf(Sending.Taken.class);
        assertThat(it.hear(new NoteRemedyExecuted(REMEDY, "RF-1", NOW))).last().isInstanceOf(SolutionExecuted.class);
    }

    @Test
    void a_refusal_is_in_doubt_while_an_earlier_order_may_have_arrived_and_not_for_ever() {
        CarriedOut it = atPayment();
        it.hear(stepAnswered(PAY, FINANCE, true));
        it.hear(new TakeRemedy(REMEDY));
        assertThat(((Sending.Taken) it.sending(REMEDY)).isDoubtful(it.now())).isFalse();
        int doubted = 0;
        do {
            it.hear(new NoteRemedyUnknown(REMEDY, it.tries(REMEDY), "Refused, or here already."));
            it.waitUntil(it.executions().nextRemedy().orElseThrow());
            it.hear(CarriedOut.denied(REMEDY, it.tries(REMEDY)));
            it.waitUntil(it.executions().nextRemedy().orElseThrow());
            it.hear(new TakeRemedy(REMEDY));
            doubted++;
        } while (((Sending.Taken) it.sending(REMEDY)).isDoubtful(it.now()));

        assertThat(doubted).isBetween(4, 10);
    }

    @Test
    void a_provider_that_wants_to_be_left_alone_for_an_hour_is_left_alone_for_an_hour() {
        CarriedOut it = atPayment();
        it.hear(stepAnswered(PAY, FINANCE, true));
        it.hear(new TakeRemedy(REMEDY));

        it.hear(new NoteRemedyNeverOrdered(REMEDY, 1, false, Duration.ofHours(1)));

        assertThat(it.executions().nextRemedy()).contains(NOW.plus(Duration.ofHours(1)));
    }

    /** Two payments and a parcel, side by side; the departments of both payments have done their part. */
    private static CarriedOut paidAndFetched() {
        CarriedOut it = CarriedOut.chosen(
                new OptionIdea(
                        "refund",
                        "Paid and fetched",
                        null,
                        3,
                        null,
                        null,
                        List.of(
                                step("pay", FINANCE, null, REFUND),
                                step("give", FINANCE, null, REFUND),
                                step("fetch", LOGISTICS, null, null)),
                        null),
                CREDIT);
        it.hear(stepAnswered("p1-o1-s1", FINANCE, true));
        it.hear(stepAnswered("p1-o1-s2", FINANCE, true));
        return it;
    }

    private static CarriedOut atPayment() {
        CarriedOut it = CarriedOut.chosen(returned(REFUND), CREDIT);
        it.hear(stepAnswered(CHECK, FINANCE, true));
        it.hear(stepAnswered(FETCH, LOGISTICS, true));
        return it;
    }

    private static OptionIdea returned(@Nullable Remedy remedy) {
        return new OptionIdea(
                "refund",
                "Sent back and paid back",
                null,
                3,
                null,
                null,
                List.of(
                        step("check", FINANCE, 2, null),
                        step("fetch", LOGISTICS, null, null),
                        step("pay", FINANCE, null, remedy, "check", "fetch")),
                null);
    }

    private static PlannedStep step(
            String name, DepartmentCode department, @Nullable Integer days, @Nullable Remedy remedy, String... after) {
        return new PlannedStep(name, department, name, List.of(after), "undo " + name, days, remedy);
    }

    private static Money euros(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }
}
