package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.chassis.time.work.Holidays;
import io.redress.chassis.time.work.Shift;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.Problem;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingCommand.TakeStepBack;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.KeptForLater;
import io.redress.routing.domain.RoutingFact.Published;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingDeciderTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Owner ANDREI = new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk"));
    private static final Customer CUSTOMER = new Customer("C-1042", Customer.Tier.STANDARD);
    private static final Complaint COMPLAINT =
            new Complaint(CASE, ANDREI, CUSTOMER, "en", "You charged me twice!", "webshop");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode SENIOR = new DepartmentCode("senior-management");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final RequestId R2 = RequestId.of(CASE, 2);
    private static final RequestId R4 = RequestId.of(CASE, 4);
    private static final String SUBJECT = "Look into the complaint about overcharge and say how it can be put right.";
    private static final String REASON = "Nobody else clarifies the terms of an invoice or agrees a payment plan.";

    private final Scenario<RoutingState, RoutingCommand, RoutingFact> routing =
            Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE));

    @Test
    @Behaviour({"R1", "R70"})
    void a_complaint_has_an_owner_before_anybody_knows_what_it_is_about() {
        var heard = routing.when(new HearComplaint(COMPLAINT)).then(new ComplaintHeard(COMPLAINT));

        assertThat(heard.state().caseOwner()).contains(ANDREI);
    }

    @Test
    @Behaviour({"R22", "R29", "R57"})
    void an_overcharge_is_put_to_finance() {
        routing.given(new ComplaintHeard(COMPLAINT))
                .when(new Route(about("overcharge")))
                .then(published(
                        new CaseRouted(
                                CASE,
                                "overcharge",
                                Cause.SERVICE_FAILURE,
                                FINANCE,
                                List.of(new Involvement(FINANCE, R1, RequestKind.SOLUTION, REASON)),
                                ANDREI,
                                CUSTOMER,
                                "webshop",
                                "en",
                                "money-to-finance",
                                NOW,
                                hours(24),
                                "2026-01",
                                facts("overcharge", Cause.SERVICE_FAILURE),
                                List.of()),
                        raised(R1, FINANCE)));
    }

    @Test
    @Behaviour("R8")
    void venting_is_routed_to_nobody_and_keeps_its_owner() {
        var heard = new Hypothesis("venting", Cause.VENTING, 0.9, List.of(), "rule");
        var listening = routing.given(new ComplaintHeard(COMPLAINT))
                .when(new Route(new Diagnosis(List.of(heard), false, false)))
                .then(new Published(new CaseRouted(
                        CASE,
                        "venting",
                        Cause.VENTING,
                        null,
                        List.of(),
                        ANDREI,
                        CUSTOMER,
                        "webshop",
                        "en",
                        "listening-creates-no-work",
                        NOW,
                        hours(24),
                        "2026-01",
                        facts("venting", Cause.VENTING),
                        List.of())));

        assertThat(listening.state().caseOwner()).contains(ANDREI);
    }

    @Test
    void a_diagnosis_that_comes_before_its_complaint_waits_for_it() {
        Route route = new Route(about("overcharge"));
        List<RoutingFact> facts = routing.when(route)
                .then(new KeptForLater(route))
                .when(new HearComplaint(COMPLAINT))
                .events();

        assertThat(facts).hasSize(3).first().isEqualTo(new ComplaintHeard(COMPLAINT));
        assertThat(facts).last().isEqualTo(new Published(raised(R1, FINANCE)));
    }

    @Test
    void only_so_many_events_wait_for_their_complaint() {
        for (int i = 0; i < EarlyNews.MOST; i++) {
            routing.given(new KeptForLater(new EndCase()));
        }
        routing.when(new EndCase()).thenRejected("too-early");
    }

    @Test
    void a_second_complaint_event_and_a_second_diagnosis_change_nothing() {
        routedToFinance().when(new HearComplaint(COMPLAINT)).thenNothing();
        routedToFinance().when(new Route(about("crash"))).thenNothing();
    }

    @Test
    void nobody_speaks_for_another_department_or_about_a_request_that_was_never_raised() {
        routedToFinance().when(new PassOn(R1, LOGISTICS, "Ours!", LOGISTICS)).thenRejected("not-your-request");
        routedToFinance().when(new NoteAnswer(R1, LOGISTICS)).thenRejected("not-your-request");
        routedToFinance().when(new PassOn(R4, FINANCE, "What?", LOGISTICS)).thenRejected("unknown-request");
        routedToFinance().when(new NoteAnswer(R4, FINANCE)).thenRejected("unknown-request");
    }

    @Test
    @Behaviour("R111")
    void a_step_of_the_chosen_solution_is_asked_of_its_department_once() {
        HaveStepDone step = new HaveStepDone("p1-o1-s1", FINANCE, "Pay 120 EUR back.");

        routedToFinance()
                .when(step)
                .then(published(execution(R2, FINANCE)))
                .when(step)
                .thenNothing();
    }

    @Test
    @Behaviour("R114")
    void a_step_that_is_not_needed_any_more_is_taken_back_from_whoever_is_at_it() {
        var asked = routedToFinance()
                .when(new HaveStepDone("p1-o1-s1", FINANCE, "Pay 120 EUR back."))
                .andThen();
        TakeStepBack back = new TakeStepBack("p1-o1-s1", "Another step failed.");

        asked.when(new TakeStepBack("p1-o1-s2", "Another step failed.")).thenNothing();
        asked.when(back)
                .then(published(
                        new RequestWithdrawn(CASE, R2, FINANCE, RequestKind.EXECUTION, "Another step failed.", NOW)))
                .when(back)
                .thenNothing();
    }

    @Test
    void a_step_with_working_days_of_its_own_is_due_when_they_have_passed() {
        WorkCalendar office = WorkCalendar.of(
                ZoneOffset.UTC,
                Map.of(
                        DayOfWeek.MONDAY,
                        List.of(Shift.of("08:00-12:00")),
                        DayOfWeek.FRIDAY,
                        List.of(Shift.of("08:00-12:00"))),
                Holidays.NONE);
        Departments departments = new Departments(
                List.of(
                        new Department(
                                FINANCE,
                                "Finance",
                                List.of(),
                                4,
                                List.of(),
                                new Presence("office", null, null, null, null, null),
                                null),
                        new Department(SENIOR, "Senior management", List.of(), 24)),
                SENIOR,
                SENIOR,
                Map.of("office", office));
        Instant monday = Instant.parse("2026-03-02T09:00:00Z");

        assertThat(departments.afterWorkingDays(FINANCE, 0, monday)).isEqualTo("2026-03-06T09:00:00Z");
        assertThat(departments.afterWorkingDays(FINANCE, 2, monday)).isEqualTo("2026-03-09T09:00:00Z");
        assertThat(departments.afterWorkingDays(SENIOR, 3, monday)).isEqualTo("2026-03-05T09:00:00Z");
        assertThat(departments.afterWorkingDays(SENIOR, 3_650, monday)).isAfter("2028-01-01T00:00:00Z");
    }

    @Test
    void a_step_of_a_department_that_nobody_knows_is_put_to_the_authority() {
        routedToFinance()
                .when(new HaveStepDone("p1-o1-s1", new DepartmentCode("procurement"), "Pay 120 EUR back."))
                .then(published(new OwnerDecisionRequested(CASE, R2, List.of(), SENIOR, NOW), execution(R2, SENIOR)));
    }

    @Test
    void a_case_that_has_ended_needs_nobody_but_keeps_its_owner() {
        var ended = routedToFinance().when(new EndCase()).then(new CaseEnded(NOW));

        ended.when(new HaveStepDone("p1-o1-s1", FINANCE, "Pay.")).thenNothing();
        ended.when(new PassOn(R1, FINANCE, "Not ours.", LOGISTICS)).thenNothing();
        assertThat(ended.state().caseOwner()).contains(ANDREI);
    }

    private static Facts facts(String nature, Cause cause) {
        return new Facts(
                List.of(new Problem(nature, cause)), Customer.Tier.STANDARD, false, false, false, "BOTH", null, null);
    }

    private Scenario<RoutingState, RoutingCommand, RoutingFact> routedToFinance() {
        return Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE))
                .given(new ComplaintHeard(COMPLAINT))
                .when(new Route(about("overcharge")))
                .andThen();
    }

    private static Diagnosis about(String nature) {
        return new Diagnosis(
                List.of(new Hypothesis(nature, Cause.SERVICE_FAILURE, 0.9, List.of(), "rule")), false, false);
    }

    private static RequestRaised raised(RequestId id, DepartmentCode department) {
        return new RequestRaised(
                CASE,
                id,
                department,
                RequestKind.SOLUTION,
                "overcharge",
                SUBJECT,
                COMPLAINT.words(),
                "en",
                null,
                NOW,
                hours(24));
    }

    private static RequestRaised execution(RequestId id, DepartmentCode department) {
        return new RequestRaised(
                CASE,
                id,
                department,
                RequestKind.EXECUTION,
                "overcharge",
                "Pay 120 EUR back.",
                COMPLAINT.words(),
                "en",
                "p1-o1-s1",
                NOW,
                hours(24));
    }

    private static Instant hours(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private static Published[] published(RoutingEvent... events) {
        return List.of(events).stream().map(Published::new).toArray(Published[]::new);
    }
}
