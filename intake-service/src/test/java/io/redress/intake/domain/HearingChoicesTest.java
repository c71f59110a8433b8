package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Money;
import io.redress.contracts.Owner;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.ChoiceReminderDue;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.contracts.ResolutionEvent.GoesOn;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Occasion.ChoiceGoesOn;
import io.redress.intake.domain.Occasion.ChoiceGoesOn.Why;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the customer hears when something is offered in place of what is being carried out, and of what becomes of that. */
class HearingChoicesTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Owner ANDREI = new Owner("andrei", "Andrei", new DepartmentCode("front-desk"));
    private static final Instant END = NOW.plus(Duration.ofDays(14));
    private static final Instant DUE = NOW.plus(Duration.ofDays(5));
    private static final Instant UPDATE = NOW.plus(Promises.standard().update());
    private static final Option VOUCHER = new Option("o1", "voucher", "A voucher", null, 1, null, List.of());
    private static final Option REPAIR = new Option("o2", "repair", "A repair", null, 3, null, List.of());
    private static final Remedy MONEY = new Remedy("refund", new Money(new BigDecimal("49.90"), "EUR"), null);

    private final List<Occasion> said = new ArrayList<>();
    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(new IntakeDecider(
            (occasion, _, _, _) -> {
                said.add(occasion);
                return new Voice.Words(occasion.kind(), occasion.toString());
            },
            Promises.standard()));

    @BeforeEach
    void file() {
        intake.when(new FileComplaint(
                        CASE,
                        "key",
                        "fingerprint",
                        null,
                        null,
                        "app",
                        new Customer("C-1", Customer.Tier.STANDARD),
                        null,
                        "web",
                        "en",
                        "You charged me twice!",
                        ANDREI,
                        new Diagnosis(
                                List.of(new Hypothesis(
                                        "overcharge", Cause.SERVICE_FAILURE, 0.9, List.of(), "en-overcharge")),
                                -0.4,
                                false,
                                false,
                                "en",
                                "1")))
                .andThen();
        said.clear();
    }

    @Test
    @Behaviour({"R106", "R111"})
    void an_offer_in_place_of_a_choice_is_not_told_as_something_that_failed() {
        hear(offer(List.of(Dimension.TIME), "We repair it and go on meanwhile."));

        assertThat(said)
                .containsExactly(
                        new Occasion.OfferedInstead("A repair", List.of(VOUCHER), List.of(Dimension.TIME), null, END));
        assertThat(said.getFirst().kind()).isEqualTo("offered-instead");
        assertThat(progress().step()).isEqualTo(Step.PROPOSE);
        assertThat(progress().next()).isEqualTo(new Progress.Next(NextStep.CUSTOMER_CHOOSES, END));
    }

    @Test
    @Behaviour("R106")
    void an_offer_that_has_lost_an_option_says_so_and_that_it_goes_on_only_once() {
        hear(offer(List.of(), "This is no longer available: Credit"));

        assertThat(said)
                .containsExactly(new Occasion.OfferedInstead(
                        "A repair", List.of(VOUCHER), List.of(), "This is no longer available: Credit", END));
    }

    @Test
    @Behaviour({"R106", "R109"})
    void the_reminder_says_that_silence_keeps_what_was_chosen() {
        hear(new ChoiceReminderDue(CASE, "p2", END, true));
        hear(new ChoiceReminderDue(CASE, "p3", END));

        assertThat(said).containsExactly(new Occasion.Reminded(END, true), new Occasion.Reminded(END, false));
    }

    @Test
    @Behaviour({"R106", "R126"})
    void who_says_nothing_hears_once_that_it_goes_on_and_by_when() {
        hear(upheld(ChoiceUpheld.Reason.SILENCE, DUE));

        assertThat(said).containsExactly(new ChoiceGoesOn("A repair", Why.NOTHING_CHOSEN, DUE, UPDATE));
        assertThat(progress().step()).isEqualTo(Step.EXECUTE);
        assertThat(progress().next()).isEqualTo(new Progress.Next(NextStep.EXECUTION_FINISHES, UPDATE));
    }

    @Test
    @Behaviour("R106")
    void who_chooses_it_again_hears_that_it_goes_on_and_not_that_it_begins() {
        hear(new OptionChosen(CASE, "p2", "o2", "A repair", "webshop", NOW, null, true, DUE, null));

        assertThat(said).containsExactly(new ChoiceGoesOn("A repair", Why.CHOSEN, DUE, UPDATE));
    }

    @Test
    void where_nothing_else_is_to_be_had_any_more_the_customer_hears_that() {
        hear(upheld(ChoiceUpheld.Reason.NOTHING_ELSE, null));

        assertThat(said).containsExactly(new ChoiceGoesOn("A repair", Why.NOTHING_ELSE, null, UPDATE));
    }

    @Test
    @Behaviour("R111")
    void where_all_of_it_has_arrived_only_that_is_said() {
        hear(upheld(ChoiceUpheld.Reason.DONE, null));
        assertThat(said).isEmpty();
        assertThat(progress().step()).isEqualTo(Step.EXECUTE);

        hear(new SolutionExecuted(CASE, "o2", "A repair", NOW));
        assertThat(said).containsExactly(new Occasion.Executed("A repair"));
    }

    @Test
    void an_event_of_before_the_reason_was_said_is_told_to_nobody() {
        hear(new ChoiceUpheld(CASE, "p2", "o2", "A repair", NOW));

        assertThat(said).isEmpty();
        assertThat(progress().step()).isEqualTo(Step.EXECUTE);
    }

    @Test
    @Behaviour("R17")
    void a_date_that_has_passed_is_not_said_and_one_that_is_near_is_when_the_customer_hears_next() {
        hear(upheld(ChoiceUpheld.Reason.SILENCE, NOW));
        Instant soon = NOW.plusSeconds(3600);
        hear(new OptionChosen(CASE, "p2", "o2", "A repair", "webshop", NOW, null, true, soon, null));

        assertThat(said)
                .containsExactly(
                        new ChoiceGoesOn("A repair", Why.NOTHING_CHOSEN, null, UPDATE),
                        new ChoiceGoesOn("A repair", Why.CHOSEN, soon, soon));
        assertThat(progress().next()).isEqualTo(new Progress.Next(NextStep.EXECUTION_FINISHES, soon));
    }

    @Test
    @Behaviour({"R114", "R124"})
    void who_chooses_hears_by_when_it_is_promised_unless_that_has_passed() {
        Instant soon = NOW.plusSeconds(60);
        hear(new OptionChosen(CASE, "p1", "o1", "A repair", "webshop", NOW, null, null, soon, null));

        assertThat(said).containsExactly(new Occasion.ExecutionStarted("A repair", soon, soon, List.of()));

        said.clear();
        hear(new OptionChosen(CASE, "p1", "o1", "A repair", "webshop", NOW, null, null, NOW, null));
        assertThat(said).containsExactly(new Occasion.ExecutionStarted("A repair", null, UPDATE, List.of()));
    }

    @Test
    @Behaviour("R114")
    void who_chooses_something_else_hears_what_of_the_first_choice_stays_theirs() {
        hear(new OptionChosen(CASE, "p2", "o1", "A voucher", "webshop", NOW, null, null, null, List.of(MONEY)));

        assertThat(said).containsExactly(new Occasion.ExecutionStarted("A voucher", null, UPDATE, List.of(MONEY)));
    }

    private static ChoiceUpheld upheld(ChoiceUpheld.Reason reason, @Nullable Instant dueAt) {
        return new ChoiceUpheld(CASE, "p2", "o2", "A repair", NOW, reason, dueAt);
    }

    private static SolutionsProposed offer(List<Dimension> touched, String disclosure) {
        return new SolutionsProposed(
                CASE,
                "p2",
                List.of(VOUCHER, REPAIR),
                null,
                disclosure,
                NOW,
                END,
                null,
                null,
                new GoesOn("o2", touched));
    }

    private void hear(CaseEvent event) {
        intake.when(new Hear(event, "e" + event.hashCode())).andThen();
    }

    private Progress progress() {
        return ((Filed) intake.state()).progress();
    }
}
