package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.ClearanceEvent.ProposalCountered;
import io.redress.contracts.ClearanceEvent.ProposalDeclined;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.Customer;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.StepDeviated;
import io.redress.contracts.IntakeEvent.StepDeviated.Move;
import io.redress.contracts.Owner;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the customer says instead of choosing, and what the law sets, is answered once and at the right time. */
class HearingBargainsTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant BY = NOW.plus(Promises.standard().update());
    private static final Instant LAW = NOW.plus(Duration.ofDays(15));
    private static final Owner ANDREI = new Owner("andrei", "Andrei", new DepartmentCode("front-desk"));

    private final List<Occasion> said = new ArrayList<>();
    private Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(new IntakeDecider(
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
    @Behaviour({"R12", "R109"})
    void a_counter_is_confirmed_once_and_the_case_goes_back_until_the_next_proposal() {
        hear(proposed("p1"));
        said.clear();

        List<CaseEvent> told = hear(countered(2));

        assertThat(said)
                .containsExactly(new Occasion.ThinkingAgain(Dimension.TIME, "Sooner.", null, 2, false, false, BY));
        assertThat(told)
                .filteredOn(StepDeviated.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        StepDeviated.class,
                        back -> assertThat(back)
                                .extracting(StepDeviated::move, StepDeviated::step)
                                .containsExactly(Move.REVISITED, "coordinate"));
        assertThat(told).filteredOn(CustomerMessageComposed.class::isInstance).hasSize(1);
        assertThat(progress().step()).isEqualTo(Step.COORDINATE);
        assertThat(progress().next()).isEqualTo(new Progress.Next(NextStep.DEPARTMENT_ANSWERS, BY));

        assertThat(hear(proposed("p2"))).noneMatch(StepDeviated.class::isInstance);
        assertThat(progress().step()).isEqualTo(Step.PROPOSE);
    }

    @Test
    @Behaviour({"R69", "R109"})
    void the_date_in_the_answer_to_a_counter_is_not_passed_in_silence() {
        hear(proposed("p1"));
        hear(countered(2));
        said.clear();

        intake = intake.at(BY.minus(Duration.ofMinutes(5)));
        intake.when(new DeadlineReached()).andThen();

        assertThat(said).singleElement().isInstanceOf(Occasion.StillWorking.class);
    }

    @Test
    @Behaviour({"R106", "R109"})
    void where_the_last_round_is_used_up_the_message_says_so_and_the_last_no_goes_to_the_consultant() {
        hear(proposed("p1"));
        said.clear();
        hear(countered(0));
        assertThat(said)
                .containsExactly(new Occasion.ThinkingAgain(Dimension.TIME, "Sooner.", null, 2, true, false, BY));

        hear(proposed("p2"));
        said.clear();
        hear(new ProposalDeclined(CASE, "p2", 3, "No.", "webshop", NOW, 0));
        assertThat(said).containsExactly(new Occasion.ThinkingAgain(null, "No.", null, null, true, true, BY));

        hear(proposed("p3"));
        said.clear();
        hear(new ProposalDeclined(CASE, "p3", 1, "No.", "webshop", NOW));
        assertThat(said).containsExactly(new Occasion.ThinkingAgain(null, "No.", null, null, false, false, BY));
    }

    @Test
    void a_case_that_is_closed_meanwhile_stays_closed() {
        hear(new CaseClosed(CASE, CaseClosed.Reason.CUSTOMERS_WORD, true, null, NOW));

        assertThat(hear(countered(1))).isEmpty();
        assertThat(progress().step()).isEqualTo(Step.LEARN);
    }

    @Test
    @Behaviour("R17")
    void the_date_of_the_law_comes_with_the_next_update_and_not_as_a_message_of_its_own() {
        assertThat(hear(started(LAW))).isEmpty();

        intake = intake.at(NOW.plus(Duration.ofHours(24)));
        intake.when(new DeadlineReached()).andThen();
        intake = intake.at(NOW.plus(Duration.ofHours(72)));
        intake.when(new DeadlineReached()).andThen();

        assertThat(said)
                .hasSize(2)
                .extracting(occasion -> ((Occasion.StillWorking) occasion).limit())
                .containsExactly(LAW, null);
    }

    @Test
    @Behaviour("R17")
    void a_date_of_the_law_that_was_met_or_moved_before_it_was_told_is_told_no_more_or_as_it_is() {
        hear(started(LAW));
        hear(started(LAW.plusSeconds(60)));
        hear(new RegulatoryClockMoved(
                CASE, "law:answer", "law", LAW.plusSeconds(60), LAW.plusSeconds(90), NOW, null, null));
        hear(new RegulatoryClockMet(CASE, "law:answer", "law", LAW, NOW, true));

        assertThat(progress().limits()).containsExactly(LAW.plusSeconds(90));
        hear(new RegulatoryClockMoved(
                CASE, "law:answer", "law", LAW.plusSeconds(90), LAW.plusSeconds(99), NOW, "The bank.", "andrei"));
        assertThat(progress().limits()).isEmpty();
        assertThat(said)
                .containsExactly(
                        new Occasion.TimeLimit(Occasion.TimeLimit.Stage.EXTENDED, LAW.plusSeconds(99), "The bank."));
    }

    private static ProposalCountered countered(int roundsLeft) {
        return new ProposalCountered(CASE, "p1", 1, Dimension.TIME, "Sooner.", null, 2, "webshop", NOW, roundsLeft);
    }

    private static RegulatoryClockStarted started(Instant dueAt) {
        return new RegulatoryClockStarted(CASE, "law:answer", "law", NOW, dueAt, dueAt, null);
    }

    private static SolutionsProposed proposed(String proposalId) {
        return new SolutionsProposed(
                CASE,
                proposalId,
                List.of(new Option("o1", "refund", "A refund", null, 3, null, List.of())),
                "Only one.",
                null,
                NOW,
                NOW.plus(Duration.ofDays(14)));
    }

    private List<CaseEvent> hear(CaseEvent event) {
        var then = intake.when(new Hear(event, "e" + event.hashCode()));
        then.andThen();
        return then.events().stream()
                .filter(Published.class::isInstance)
                .<CaseEvent>map(fact -> ((Published) fact).event())
                .toList();
    }

    private Progress progress() {
        return ((Filed) intake.state()).progress();
    }
}
