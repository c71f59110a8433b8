package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockResumed;
import io.redress.contracts.Customer;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ReviewEvent;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.Progress.Status;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One case, one owner, one voice. */
class IntakeDeciderTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final Owner ANDREI = new Owner("andrei", "Andrei", new DepartmentCode("front-desk"));

    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(new IntakeDecider(
            (occasion, complaint, diagnosis, tone) ->
                    new Voice.Words(occasion.kind(), complaint.owner().name()),
            Promises.standard()));

    @Test
    @Behaviour({"R1", "R14", "R18", "R70"})
    void a_complaint_becomes_a_case_with_an_owner_a_diagnosis_and_a_first_answer_at_once() {
        List<CaseEvent> published =
                published(intake.when(file(Cause.SERVICE_FAILURE)).events());

        assertThat(published)
                .extracting(Object::getClass)
                .containsExactly(ComplaintReceived.class, ComplaintDiagnosed.class, CustomerMessageComposed.class);
        assertThat(published.getFirst()).isInstanceOfSatisfying(ComplaintReceived.class, received -> {
            assertThat(received.owner()).isEqualTo(ANDREI);
            assertThat(received.text()).isEqualTo("My invoice is wrong!");
        });
    }

    @Test
    @Behaviour({"R11", "R17"})
    void from_the_first_instant_it_is_said_what_comes_next_and_by_when() {
        intake.when(file(Cause.SERVICE_FAILURE)).andThen();

        assertThat(progress().step()).isEqualTo(Step.RESPOND);
        assertThat(progress().next())
                .isEqualTo(new Progress.Next(NextStep.DEPARTMENT_ANSWERS, NOW.plus(Duration.ofHours(24))));
    }

    @Test
    @Behaviour("R8")
    void who_only_wants_to_be_heard_waits_for_no_department() {
        intake.when(file(Cause.VENTING)).andThen();

        assertThat(progress().next()).extracting(Progress.Next::what).isEqualTo(NextStep.CUSTOMER_IS_HEARD);
        assertThat(IntakeDecider.nextDue(filed())).isEmpty();
    }

    @Test
    void a_case_takes_one_complaint_only() {
        intake.when(file(Cause.SERVICE_FAILURE))
                .andThen()
                .when(file(Cause.VENTING))
                .thenRejected("already-filed");
    }

    @Test
    @Behaviour("R11")
    void the_case_travels_through_its_steps_as_others_tell() {
        intake.when(file(Cause.SERVICE_FAILURE)).andThen();
        hear(routed());
        assertThat(progress().step()).isEqualTo(Step.COORDINATE);
        assertThat(progress().departments()).containsExactly(FINANCE);
        hear(proposed(null));
        assertThat(progress().step()).isEqualTo(Step.PROPOSE);
        hear(new OptionChosen(CASE, "p1", "o1", "A refund", "anna", NOW));
        assertThat(progress().step()).isEqualTo(Step.EXECUTE);
        hear(new SolutionExecuted(CASE, "o1", "A refund", NOW));
        assertThat(progress().status()).isEqualTo(Status.RESOLVED);
        hear(new CaseClosed(CASE, CaseClosed.Reason.CUSTOMERS_WORD, true, null, NOW));
        assertThat(progress())
                .extracting(Progress::step, Progress::status, Progress::closedAt)
                .containsExactly(Step.LEARN, Status.CLOSED, NOW);
        hear(new ReviewEvent.ReviewCompleted(
                CASE, "cause", "action", "anna", java.time.LocalDate.of(2026, 4, 1), "sofia", NOW));
        assertThat(progress().next()).isNull();
    }

    @Test
    @Behaviour({"R12", "R138"})
    void a_case_that_opens_again_goes_back_to_the_departments_and_the_customer_hears_it() {
        intake.when(file(Cause.SERVICE_FAILURE)).andThen();
        hear(new CaseClosed(CASE, CaseClosed.Reason.CUSTOMERS_WORD, true, null, NOW));

        assertThat(hear(new CaseReopened(CASE, "It broke again.", "andrei", NOW, 1, 1)))
                .last()
                .isInstanceOfSatisfying(
                        Published.class,
                        last -> assertThat(((CustomerMessageComposed) last.event()).kind())
                                .isEqualTo("reopened"));

        assertThat(progress())
                .extracting(Progress::step, Progress::status, Progress::closedAt)
                .containsExactly(Step.COORDINATE, Status.OPEN, null);
        hear(new ReviewEvent.ReviewCompleted(
                CASE, "cause", "action", "anna", java.time.LocalDate.of(2026, 4, 1), "sofia", NOW));
        assertThat(progress().next()).isNotNull();
    }

    @Test
    @Behaviour("R17")
    void the_customer_hears_of_the_dates_of_the_law_that_are_moved_or_missed_at_once() {
        intake.when(file(Cause.SERVICE_FAILURE)).andThen();

        assertThat(hear(new RegulatoryClockMoved(CASE, "law:answer", "law", NOW, NOW, NOW, "The bank.", "andrei")))
                .hasSize(1);
        assertThat(hear(new RegulatoryClockMoved(CASE, "law:answer", "law", NOW, NOW, NOW, null, null)))
                .hasSize(1);
        assertThat(hear(new RegulatoryClockResumed(CASE, "law:answer", "law", 3, NOW, NOW)))
                .isEmpty();
        assertThat(hear(new RegulatoryClockBreached(CASE, "law:answer", "law", NOW, NOW)))
                .hasSize(1);
    }

    @Test
    void a_topic_that_is_ahead_of_another_does_not_throw_the_case_back() {
        intake.when(file(Cause.SERVICE_FAILURE)).andThen();
        hear(proposed(null));
        hear(routed());

        assertThat(progress().step()).isEqualTo(Step.PROPOSE);
        assertThat(progress().departments()).containsExactly(FINANCE);
    }

    @Test
    @Behaviour({"R12", "R124"})
    void a_failed_execution_leads_back_to_a_proposal_and_the_customer_hears_why() {
        intake.when(file(Cause.SERVICE_FAILURE)).andThen();
        hear(new OptionChosen(CASE, "p1", "o1", "A refund", "anna", NOW));

        assertThat(hear(proposed("The refund could not be made")))
                .hasAtLeastOneElementOfType(Published.class)
                .last()
                .isInstanceOfSatisfying(
                        Published.class,
                        last -> assertThat(((CustomerMessageComposed) last.event()).kind())
                                .isEqualTo("failure-disclosed"));
        assertThat(progress().step()).isEqualTo(Step.PROPOSE);
    }

    @Test
    void each_message_has_an_id_that_follows_from_its_cause() {
        intake.when(file(Cause.SERVICE_FAILURE)).andThen();
        ResolutionEvent event = new SolutionExecuted(CASE, "o1", "A refund", NOW);

        assertThat(intake.when(new Hear(event, "e7")).events())
                .isEqualTo(intake.when(new Hear(event, "e7")).events());
    }

    @Test
    @Behaviour("R17")
    void an_announced_date_is_not_missed_in_silence() {
        intake.when(file(Cause.SERVICE_FAILURE)).andThen();
        intake.when(new DeadlineReached()).thenNothing();

        Instant late = NOW.plus(Duration.ofHours(25));
        var later = intake.at(late);
        List<CaseEvent> told = published(later.when(new DeadlineReached()).events());

        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        CustomerMessageComposed.class,
                        message -> assertThat(message.kind()).isEqualTo("still-working"));
        later.when(new DeadlineReached()).andThen();
        later.when(new DeadlineReached()).thenNothing();
    }

    private List<IntakeFact> hear(CaseEvent event) {
        var then = intake.when(new Hear(event, "e1"));
        then.andThen();
        return then.events();
    }

    private Filed filed() {
        return (Filed) intake.state();
    }

    private Progress progress() {
        return filed().progress();
    }

    private static List<CaseEvent> published(List<IntakeFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(fact -> ((Published) fact).event())
                .toList();
    }

    private static FileComplaint file(Cause cause) {
        return new FileComplaint(
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
                "My invoice is wrong!",
                ANDREI,
                new Diagnosis(
                        List.of(new Hypothesis("invoice", cause, 0.9, List.of(), "en-invoice")),
                        -0.4,
                        false,
                        false,
                        "en",
                        "1"));
    }

    private static CaseRouted routed() {
        return new CaseRouted(
                CASE,
                "invoice",
                Cause.SERVICE_FAILURE,
                FINANCE,
                List.of(new Involvement(FINANCE, RequestId.of(CASE, 1), RequestKind.SOLUTION, "invoice")),
                ANDREI,
                new Customer("C-1", Customer.Tier.STANDARD),
                "app",
                "en",
                "invoices",
                NOW,
                NOW.plusSeconds(60));
    }

    private static SolutionsProposed proposed(@Nullable String disclosure) {
        return new SolutionsProposed(
                CASE,
                "p1",
                List.of(new ResolutionEvent.Option("o1", "refund", "A refund", null, 2, null, List.of())),
                "only one",
                disclosure,
                NOW,
                NOW.plusSeconds(600));
    }
}
