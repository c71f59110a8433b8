package io.redress.routing.domain;

import static io.redress.routing.domain.Example.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseResumed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.CaseSettled;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.RoutingCommand.AwaitClarification;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.HearMoreWords;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.NoteContact;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What follows from a revised diagnosis. */
class ReroutingTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(3));
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final RequestId R2 = RequestId.of(CASE, 2);
    private static final RequestId R3 = RequestId.of(CASE, 3);
    private static final Complaint COMPLAINT = Example.complaint(CASE, "Wrong again!");

    private final Scenario<RoutingState, RoutingCommand, RoutingFact> routing =
            Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE));

    @Test
    @Behaviour({"R5", "R9"})
    void while_the_customer_is_asked_nobody_works_and_the_answer_sends_the_right_ones() {
        routing.when(new HearComplaint(COMPLAINT)).andThen();
        routing.when(new AwaitClarification()).thenNothing();
        routing.when(new HearMoreWords("It is the invoice.")).andThen();

        List<RoutingEvent> told = told(routing.when(reroute("invoice")));

        assertThat(told).extracting(Object::getClass).containsExactly(CaseRouted.class, RequestRaised.class);
        assertThat(told.get(1)).isInstanceOfSatisfying(RequestRaised.class, it -> {
            assertThat(it.department()).isEqualTo(FINANCE);
            assertThat(it.words()).isEqualTo("Wrong again!\n\nIt is the invoice.");
        });
    }

    @Test
    void a_revision_that_comes_before_its_complaint_waits_for_it() {
        routing.when(new AwaitClarification()).thenNothing();
        routing.when(new HearMoreWords("It is the invoice.")).andThen();
        routing.when(reroute("invoice")).andThen();

        assertThat(told(routing.when(new HearComplaint(COMPLAINT))))
                .extracting(Object::getClass)
                .containsExactly(CaseRouted.class, RequestRaised.class);
    }

    @Test
    @Behaviour({"R6", "R7"})
    void who_is_needed_instead_is_asked_and_who_is_not_is_released() {
        routed("invoice");

        List<RoutingEvent> told = told(routing.at(LATER).when(reroute("delivery")));

        assertThat(told)
                .extracting(Object::getClass)
                .containsExactly(CaseRerouted.class, RequestRaised.class, RequestWithdrawn.class);
        assertThat(told.getFirst()).isInstanceOfSatisfying(CaseRerouted.class, it -> {
            assertThat(it.lead()).isEqualTo(LOGISTICS);
            assertThat(it.added()).containsExactly(R2);
            assertThat(it.released()).containsExactly(R1);
            assertThat(it.involvements()).extracting(Involvement::requestId).containsExactly(R2);
            assertThat(it.misdiagnosed()).isTrue();
            assertThat(it.reason()).isEqualTo("Because.");
        });
        assertThat(told.get(2))
                .isEqualTo(new RequestWithdrawn(CASE, R1, FINANCE, RequestKind.SOLUTION, "Because.", LATER));
    }

    @Test
    @Behaviour("R6")
    void what_remains_keeps_its_request_and_its_clock() {
        routed("invoice");

        List<RoutingEvent> told = told(routing.at(LATER).when(reroute("invoice", "delivery")));

        assertThat(told).extracting(Object::getClass).containsExactly(CaseRerouted.class, RequestRaised.class);
        assertThat(told.getFirst()).isInstanceOfSatisfying(CaseRerouted.class, it -> {
            assertThat(it.involvements()).extracting(Involvement::requestId).containsExactly(R1, R2);
            assertThat(it.added()).containsExactly(R2);
            assertThat(it.released()).isEmpty();
            assertThat(it.misdiagnosed()).isFalse();
        });
        routing.when(reroute("invoice", "delivery")).andThen();
        assertThat(((Routed) routing.state()).routing().routedAt()).isEqualTo(NOW);
    }

    @Test
    void the_same_departments_for_the_same_problem_are_no_news() {
        routed("invoice");

        routing.when(reroute("invoice")).thenNothing();
    }

    @Test
    void another_problem_of_a_department_that_still_works_only_renames_the_case() {
        routed("invoice");

        assertThat(told(routing.when(reroute("payment-plan"))))
                .singleElement()
                .isInstanceOfSatisfying(CaseRerouted.class, it -> {
                    assertThat(it.nature()).isEqualTo("payment-plan");
                    assertThat(it.involvements())
                            .extracting(Involvement::requestId)
                            .containsExactly(R1);
                });
    }

    @Test
    @Behaviour("R7")
    void a_department_that_has_answered_about_something_else_is_asked_anew() {
        routed("invoice");
        routing.when(new NoteAnswer(R1, FINANCE)).andThen();

        List<RoutingEvent> told = told(routing.when(reroute("payment-plan")));

        assertThat(told).extracting(Object::getClass).containsExactly(CaseRerouted.class, RequestRaised.class);
        assertThat(told.getFirst())
                .isInstanceOfSatisfying(
                        CaseRerouted.class, it -> assertThat(it.misdiagnosed()).isTrue());
    }

    @Test
    void a_request_that_another_department_took_over_still_serves() {
        routed("invoice");
        routing.when(new PassOn(R1, FINANCE, "The parcel is late.", LOGISTICS)).andThen();
        routing.when(new NoteAcceptance(R2, LOGISTICS)).andThen();

        assertThat(told(routing.when(reroute("invoice", "defect"))).getFirst())
                .isInstanceOfSatisfying(
                        CaseRerouted.class,
                        it -> assertThat(it.involvements())
                                .extracting(Involvement::requestId)
                                .startsWith(R2)
                                .doesNotContain(R1));
    }

    @Test
    @Behaviour("R8")
    void who_only_wants_to_be_heard_after_all_needs_nobody_any_more() {
        routed("invoice");

        List<RoutingEvent> told = told(routing.when(new Reroute(
                new Diagnosis(
                        List.of(new Hypothesis("venting", Cause.VENTING, 1, List.of(), "corrected")), false, false),
                1,
                "Because.")));

        assertThat(told).extracting(Object::getClass).containsExactly(CaseRerouted.class, RequestWithdrawn.class);
        assertThat(told.getFirst())
                .isInstanceOfSatisfying(
                        CaseRerouted.class, it -> assertThat(it.lead()).isNull());
    }

    @Test
    @Behaviour("R8")
    void praise_is_settled_with_the_thanks() {
        routing.when(new HearComplaint(COMPLAINT)).andThen();

        assertThat(told(routing.when(new Route(noComplaint("praise")))))
                .extracting(Object::getClass)
                .containsExactly(CaseRouted.class, CaseSettled.class);
    }

    @Test
    @Behaviour("R8")
    void a_question_is_settled_when_a_consultant_was_in_contact_and_a_complaint_is_not() {
        routing.when(new HearComplaint(COMPLAINT)).andThen();
        routing.when(new Route(noComplaint("question"))).andThen();

        assertThat(told(routing.when(new NoteContact())))
                .containsExactly(new CaseSettled(CASE, "question", "The customer has an answer.", NOW));
        var complaint = Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE));
        complaint.when(new HearComplaint(COMPLAINT)).andThen();
        complaint.when(new Route(about("invoice"))).andThen();
        complaint.when(new NoteContact()).thenNothing();
    }

    private static Diagnosis noComplaint(String nature) {
        return new Diagnosis(List.of(new Hypothesis(nature, Cause.NO_COMPLAINT, 0.9, List.of(), "rule")), false, false);
    }

    @Test
    void what_carries_out_a_choice_is_not_withdrawn() {
        routed("invoice");
        routing.when(new NoteAnswer(R1, FINANCE)).andThen();
        routing.when(new HaveStepDone("s1", FINANCE, "Pay back.")).andThen();

        assertThat(told(routing.when(reroute("delivery"))))
                .noneMatch(RequestWithdrawn.class::isInstance)
                .anyMatch(it ->
                        it instanceof RequestRaised raised && raised.requestId().equals(R3));
    }

    @Test
    void while_a_case_is_paused_revisions_wait_and_the_last_one_counts_when_it_resumes() {
        routed("invoice");
        routing.when(new Pause(new CaseId("01990c3d-1c22-7a51-8f0e-6b2f90d1a7c4")))
                .andThen();
        assertThat(told(routing.when(reroute("delivery")))).isEmpty();
        routing.when(reroute("delivery")).andThen();

        assertThat(told(routing.when(new Resume())))
                .extracting(Object::getClass)
                .containsExactly(CaseResumed.class, CaseRerouted.class, RequestRaised.class, RequestWithdrawn.class);
        routing.when(reroute("invoice")).andThen();
        assertThat(told(routing.when(new Resume())))
                .extracting(Object::getClass)
                .containsExactly(CaseResumed.class);
    }

    @Test
    void where_nothing_was_found_the_customer_is_not_sent_away_with_thanks() {
        routing.when(new HearComplaint(COMPLAINT)).andThen();

        assertThat(told(routing.when(new Route(new Diagnosis(
                        List.of(new Hypothesis("unclear", Cause.NO_COMPLAINT, 0.45, List.of(), "no-rule")),
                        false,
                        false)))))
                .noneMatch(CaseSettled.class::isInstance);
    }

    @Test
    void a_late_word_about_a_withdrawn_request_changes_nothing() {
        routed("invoice");
        routing.when(reroute("delivery")).andThen();

        routing.when(new NoteAnswer(R1, FINANCE)).thenNothing();
        routing.when(new PassOn(R1, FINANCE, "Not ours.", LOGISTICS)).thenNothing();
    }

    @Test
    void a_case_that_has_ended_needs_nobody_whatever_is_said() {
        routed("invoice");
        routing.when(new EndCase()).andThen();

        routing.when(reroute("delivery")).thenNothing();
        routing.when(new HearMoreWords("Hello?")).thenNothing();
    }

    @Test
    void the_words_stay_within_their_bound_and_whole() {
        String words = Words.joined("😮".repeat(Limits.COMPLAINT / 2), "x".repeat(3_999));

        assertThat(words).hasSizeLessThanOrEqualTo(Limits.COMPLAINT).endsWith("x");
        assertThat(words.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private void routed(String nature) {
        routing.when(new HearComplaint(COMPLAINT)).andThen();
        routing.when(new Route(about(nature))).andThen();
    }

    private static List<RoutingEvent> told(Scenario<RoutingState, RoutingCommand, RoutingFact>.Then then) {
        return then.events().stream()
                .flatMap(it -> it instanceof Published(var event) ? Stream.of(event) : Stream.empty())
                .toList();
    }

    private static Reroute reroute(String... natures) {
        return new Reroute(about(natures), 1, "Because.");
    }
}
