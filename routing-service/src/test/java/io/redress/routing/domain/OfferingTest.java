package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OfferReturned.Outcome;
import io.redress.contracts.OwnershipEvent.OwnerDecided;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.routing.domain.OwnershipCommand.AssignRequest;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OfferingTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode MARKETING = new DepartmentCode("marketing-pr");
    private static final DepartmentCode SENIOR = new DepartmentCode("senior-management");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final RequestId R2 = RequestId.of(CASE, 2);
    private static final RequestId R3 = RequestId.of(CASE, 3);
    private static final RequestId R4 = RequestId.of(CASE, 4);
    private static final String LATE = "The parcel is late.";
    private static final Complaint COMPLAINT = Example.complaint(CASE);

    @Test
    @Behaviour({"R68", "R70"})
    void a_declined_request_is_offered_to_the_owner_that_the_decline_names_and_stays_the_givers() {
        var offered = asked().when(new PassOn(R1, FINANCE, LATE, LOGISTICS))
                .then(published(
                        new OwnershipOffered(
                                CASE,
                                R1,
                                party(FINANCE),
                                party(LOGISTICS),
                                LATE,
                                R2,
                                NOW,
                                NOW.plus(Duration.ofHours(8))),
                        raised(R2, LOGISTICS, FINANCE)));

        assertThat(owners(offered)).containsExactly(Map.entry(R1, party(FINANCE)), Map.entry(R2, party(FINANCE)));
    }

    @Test
    @Behaviour("R70")
    void whoever_accepts_answers_for_it_from_that_moment_on() {
        var accepted = offered()
                .when(new NoteAcceptance(R2, LOGISTICS))
                .then(published(
                        redirected(R1, FINANCE, LOGISTICS, R2, LATE),
                        new OwnershipMoved(CASE, R1, party(FINANCE), party(LOGISTICS), LATE, NOW)));

        assertThat(owners(accepted)).containsExactly(Map.entry(R2, party(LOGISTICS)));
        accepted.when(new NoteAcceptance(R2, LOGISTICS)).thenNothing();
    }

    @Test
    void whoever_answers_what_it_was_offered_has_accepted_it() {
        offered()
                .when(new NoteAnswer(R2, LOGISTICS))
                .then(
                        new Published(redirected(R1, FINANCE, LOGISTICS, R2, LATE)),
                        new Published(new OwnershipMoved(CASE, R1, party(FINANCE), party(LOGISTICS), LATE, NOW)),
                        new AnswerNoted(R2, NOW));
    }

    @Test
    @Behaviour("R70")
    void a_second_refusal_puts_the_decision_to_the_routing_authority_which_owns_it_from_then_on() {
        var decision = offered()
                .when(new PassOn(R2, LOGISTICS, "Not ours.", MARKETING))
                .then(published(
                        new OfferReturned(
                                CASE,
                                R1,
                                party(FINANCE),
                                party(LOGISTICS),
                                Outcome.DECLINED,
                                null,
                                NOW,
                                "Not ours.",
                                party(MARKETING)),
                        redirected(R1, FINANCE, SENIOR, R3, "Not ours."),
                        new OwnershipMoved(CASE, R1, party(FINANCE), party(SENIOR), "Not ours.", NOW),
                        new OwnerDecisionRequested(CASE, R3, List.of(FINANCE, LOGISTICS), SENIOR, NOW),
                        raised(R3, SENIOR, null)));

        assertThat(owners(decision)).containsExactly(Map.entry(R3, party(SENIOR)));
    }

    @Test
    @Behaviour("R70")
    void a_third_refusal_is_impossible() {
        decided()
                .when(new PassOn(R3, SENIOR, "Not ours.", FINANCE))
                .thenNothing()
                .when(new NoteAnswer(R3, SENIOR))
                .then(new AnswerNoted(R3, NOW));
    }

    @Test
    @Behaviour("R70")
    void the_authority_assigns_it_to_a_department_which_cannot_decline() {
        var assigned = decided()
                .when(new AssignRequest(R3, MARKETING, "You promised it.", "luiza"))
                .then(published(
                        redirected(R3, SENIOR, MARKETING, R4, "You promised it."),
                        new OwnershipMoved(CASE, R3, party(SENIOR), party(MARKETING), "You promised it.", NOW),
                        new OwnerDecided(CASE, R4, MARKETING, "You promised it.", "luiza", NOW),
                        raised(R4, MARKETING, null)));

        assertThat(owners(assigned)).containsExactly(Map.entry(R4, party(MARKETING)));
        assigned.when(new PassOn(R4, MARKETING, "Not ours.", FINANCE)).thenNothing();
    }

    @Test
    void only_what_two_have_declined_is_assigned_and_only_to_somebody_else_who_is_known() {
        asked().when(new AssignRequest(R1, MARKETING, "Do it.", "luiza")).thenRejected("no-decision-due");
        offered().when(new AssignRequest(R2, MARKETING, "Do it.", "luiza")).thenRejected("no-decision-due");
        decided().when(new AssignRequest(R3, SENIOR, "Do it.", "luiza")).thenRejected("not-assignable");
        decided()
                .when(new AssignRequest(R3, new DepartmentCode("procurement"), "Do it.", "luiza"))
                .thenRejected("not-assignable");
        decided().when(new AssignRequest(R4, MARKETING, "Do it.", "luiza")).thenRejected("unknown-request");
    }

    @Test
    @Behaviour("R70")
    void an_offer_that_nobody_answers_comes_back_and_the_superior_hears_of_it() {
        var offered = offered();
        assertThat(Deadlines.besideSilence(offered.state())).contains(NOW.plus(Duration.ofHours(8)));
        offered.when(new NoticeTime(Absences.NONE)).thenNothing();

        var back = offered.at(NOW.plus(Duration.ofHours(8)))
                .when(new NoticeTime(Absences.NONE))
                .then(published(
                        new OfferReturned(
                                CASE,
                                R1,
                                party(FINANCE),
                                party(LOGISTICS),
                                Outcome.UNANSWERED,
                                party(SENIOR),
                                NOW.plus(Duration.ofHours(8)),
                                null,
                                null),
                        new RequestWithdrawn(
                                CASE,
                                R2,
                                LOGISTICS,
                                RequestKind.SOLUTION,
                                "It was offered until 2026-03-02T17:00:00Z.",
                                NOW.plus(Duration.ofHours(8)))));
        assertThat(owners(back)).containsExactly(Map.entry(R1, party(FINANCE)));
        assertThat(Deadlines.besideSilence(back.state())).isEmpty();
        back.when(new NoteAcceptance(R2, LOGISTICS)).thenNothing();
        back.when(new PassOn(R2, LOGISTICS, "Not ours.", MARKETING)).thenNothing();
    }

    @Test
    @Behaviour("R70")
    void whoever_declines_again_what_came_back_puts_the_decision_to_the_authority() {
        var back = offered()
                .at(NOW.plus(Duration.ofHours(8)))
                .when(new NoticeTime(Absences.NONE))
                .andThen();

        assertThat(back.when(new PassOn(R1, FINANCE, "Still not ours.", MARKETING))
                        .events())
                .extracting(it -> ((Published) it).event())
                .hasAtLeastOneElementOfType(OwnerDecisionRequested.class);
    }

    @Test
    @Behaviour("R70")
    void a_right_owner_that_nobody_knows_or_that_declines_itself_puts_the_decision_to_the_authority() {
        List.of(new DepartmentCode("procurement"), FINANCE)
                .forEach(named -> assertThat(asked().when(new PassOn(R1, FINANCE, "Not ours.", named))
                                .events())
                        .contains(
                                new Published(
                                        new OwnershipMoved(CASE, R1, party(FINANCE), party(SENIOR), "Not ours.", NOW)),
                                new Published(new OwnerDecisionRequested(CASE, R2, List.of(FINANCE), SENIOR, NOW)),
                                new Published(raised(R2, SENIOR, null))));
    }

    @Test
    void refusals_before_and_after_an_acceptance_are_added_up_but_not_those_of_different_requests() {
        var accepted = offered().when(new NoteAcceptance(R2, LOGISTICS)).andThen();

        assertThat(accepted.when(new PassOn(R2, LOGISTICS, "Not ours.", MARKETING))
                        .events())
                .contains(
                        new Published(new OwnerDecisionRequested(CASE, R3, List.of(FINANCE, LOGISTICS), SENIOR, NOW)));
        var step = offered().when(new HaveStepDone("s1", FINANCE, "Pay back.")).andThen();
        assertThat(step.when(new PassOn(R3, FINANCE, "Not ours.", MARKETING)).events())
                .first()
                .satisfies(it -> assertThat(((Published) it).event()).isInstanceOf(OwnershipOffered.class));
    }

    @Test
    void a_decline_that_comes_again_or_after_an_answer_changes_nothing() {
        PassOn decline = new PassOn(R1, FINANCE, LATE, LOGISTICS);

        offered().when(decline).thenNothing();
        asked().given(new AnswerNoted(R1, NOW)).when(decline).thenNothing();
    }

    @Test
    @Behaviour("R6")
    void what_a_revised_diagnosis_does_not_need_any_more_is_not_offered_any_more() {
        assertThat(offered()
                        .when(new Reroute(about("crash"), 1, "It is the app."))
                        .events())
                .contains(
                        new Published(
                                new RequestWithdrawn(CASE, R1, FINANCE, RequestKind.SOLUTION, "It is the app.", NOW)),
                        new Published(new RequestWithdrawn(
                                CASE, R2, LOGISTICS, RequestKind.SOLUTION, "It is the app.", NOW)));
        offered()
                .when(new Reroute(about("overcharge"), 1, "The same after all."))
                .thenNothing();
    }

    @Test
    void while_a_case_is_part_of_another_offers_are_accepted_and_none_runs_out() {
        var paused = offered()
                .when(new Pause(new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e71")))
                .andThen();

        assertThat(Deadlines.besideSilence(paused.state())).isEmpty();
        paused.at(NOW.plus(Duration.ofDays(9)))
                .when(new NoticeTime(Absences.NONE))
                .thenNothing();
        paused.when(new AssignRequest(R1, MARKETING, "Do it.", "luiza")).thenRejected("merged");
        assertThat(paused.when(new NoteAcceptance(R2, LOGISTICS)).events()).hasSize(2);
        assertThat(paused.when(new Resume()).andThen().state()).isInstanceOf(Routed.class);
    }

    @Test
    @Behaviour("R101")
    void the_time_until_somebody_else_accepts_is_the_givers() {
        var accepted = offered()
                .at(NOW.plus(Duration.ofHours(3)))
                .when(new NoteAcceptance(R2, LOGISTICS))
                .andThen();

        assertThat(((Routed) accepted.state()).ownership().spans())
                .contains(
                        new Ownership.Span(R1, party(FINANCE), NOW, NOW.plus(Duration.ofHours(3))),
                        new Ownership.Span(R2, party(LOGISTICS), NOW.plus(Duration.ofHours(3)), null));
    }

    @Test
    void when_the_case_is_over_nobody_answers_for_anything_and_nothing_runs_out() {
        var ended = offered().when(new EndCase()).andThen();

        assertThat(Owners.of((CaseState) ended.state()).ofCase()).isEmpty();
        assertThat(owners(ended)).isEmpty();
        assertThat(Deadlines.besideSilence(ended.state())).isEmpty();
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> asked() {
        return Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE))
                .given(new ComplaintHeard(COMPLAINT))
                .when(new Route(about("overcharge")))
                .andThen();
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> offered() {
        return asked().when(new PassOn(R1, FINANCE, LATE, LOGISTICS)).andThen();
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> decided() {
        return offered().when(new PassOn(R2, LOGISTICS, "Not ours.", MARKETING)).andThen();
    }

    private static Map<RequestId, Party> owners(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return Owners.of((CaseState) scenario.state()).ofRequests();
    }

    private static Diagnosis about(String nature) {
        return new Diagnosis(
                List.of(new Hypothesis(nature, Cause.SERVICE_FAILURE, 0.9, List.of(), "rule")), false, false);
    }

    private static RequestRaised raised(RequestId id, DepartmentCode department, @Nullable DepartmentCode giver) {
        return new RequestRaised(
                CASE,
                id,
                department,
                RequestKind.SOLUTION,
                "overcharge",
                "Look into the complaint about overcharge and say how it can be put right.",
                COMPLAINT.words(),
                "en",
                null,
                NOW,
                NOW.plus(Duration.ofHours(24)),
                null,
                giver,
                null);
    }

    private static RequestRedirected redirected(
            RequestId id, DepartmentCode from, DepartmentCode to, RequestId replacedBy, String reason) {
        return new RequestRedirected(CASE, id, from, to, replacedBy, reason, NOW);
    }

    private static Party party(DepartmentCode department) {
        return Party.department(department);
    }

    private static Published[] published(RoutingEvent... events) {
        return List.of(events).stream().map(Published::new).toArray(Published[]::new);
    }
}
