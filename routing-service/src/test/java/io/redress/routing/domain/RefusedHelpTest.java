package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import io.redress.routing.domain.OwnershipCommand.AssignRequest;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.WaitCommand.GetHelp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody helps itself: help that is declined in favour of whoever wanted it ends there. */
class RefusedHelpTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode MARKETING = new DepartmentCode("marketing-pr");
    private static final DepartmentCode SENIOR = new DepartmentCode("senior-management");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final RequestId R2 = RequestId.of(CASE, 2);
    private static final RequestId R3 = RequestId.of(CASE, 3);
    private static final String YOURS = "You have booked it.";

    @Test
    @Behaviour({"R60", "R68"})
    void help_that_is_declined_in_favour_of_whoever_wanted_it_is_asked_of_nobody_and_waited_for_by_nobody() {
        var refused = helping(FINANCE, LOGISTICS)
                .when(new PassOn(R2, LOGISTICS, YOURS, FINANCE))
                .andThen();

        assertThat(waits(refused)).extracting(Wait::requestId).containsExactly(R1);
        assertThat(requestsOf(refused)).extracting(it -> it.ask().id()).containsExactly(R1, R2);
        assertThat(((RoutingState.Routed) refused.state()).request(R2)).isInstanceOf(Request.Withdrawn.class);
        refused.when(new NoteAnswer(R1, FINANCE)).andThen();
    }

    @Test
    void the_reason_of_the_refusal_is_told_with_it_and_so_is_who_holds_the_case_up_now() {
        assertThat(told(helping(FINANCE, LOGISTICS)
                        .when(new PassOn(R2, LOGISTICS, YOURS, FINANCE))
                        .events()))
                .satisfiesExactly(
                        it -> assertThat(it)
                                .isEqualTo(
                                        new RequestWithdrawn(CASE, R2, LOGISTICS, RequestKind.INFORMATION, YOURS, NOW)),
                        it -> assertThat(((RootBlockerChanged) it).requestId()).isEqualTo(R1));
    }

    @Test
    void what_is_nobodys_help_may_be_declined_in_favour_of_anybody_as_before() {
        assertThat(told(helping(FINANCE, LOGISTICS)
                        .when(new PassOn(R2, LOGISTICS, "Not ours.", MARKETING))
                        .events()))
                .anySatisfy(it -> assertThat(it).isInstanceOfSatisfying(RequestRaised.class, raised -> {
                    assertThat(raised.department()).isEqualTo(MARKETING);
                    assertThat(raised.parent()).isEqualTo(R1);
                }));
    }

    @Test
    @Behaviour("R70")
    void the_authority_that_wanted_the_help_itself_is_not_asked_for_it_when_two_have_declined() {
        var offered = helping(SENIOR, LOGISTICS)
                .when(new PassOn(R3, LOGISTICS, "Not ours.", MARKETING))
                .andThen();
        List<RoutingEvent> told = told(offered.when(new PassOn(RequestId.of(CASE, 4), MARKETING, YOURS, FINANCE))
                .events());

        assertThat(told).hasAtLeastOneElementOfType(OfferReturned.class);
        assertThat(told).hasAtLeastOneElementOfType(RequestWithdrawn.class);
        assertThat(told).noneMatch(RequestRaised.class::isInstance);
    }

    @Test
    void what_a_department_wants_help_with_cannot_be_assigned_to_it() {
        var decided = helping(FINANCE, LOGISTICS)
                .when(new PassOn(R2, LOGISTICS, "Not ours.", MARKETING))
                .andThen()
                .when(new PassOn(R3, MARKETING, "Not ours.", LOGISTICS))
                .andThen();

        decided.when(new AssignRequest(RequestId.of(CASE, 4), FINANCE, "Do it.", "luiza"))
                .thenRejected("not-assignable");
    }

    /** For the authority, finance has asked it before. */
    private static Scenario<RoutingState, RoutingCommand, RoutingFact> helping(
            DepartmentCode wanting, DepartmentCode helper) {
        var asked = Scenario.of(new WaitingRules(
                        new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE),
                        Shipped.DEPARTMENTS,
                        Superiors.authorityOf(Shipped.DEPARTMENTS)))
                .given(new ComplaintHeard(Example.complaint(CASE)))
                .when(Example.route("overcharge"))
                .andThen();
        return wanting.equals(FINANCE)
                ? asked.when(help(R1, FINANCE, helper)).andThen()
                : asked.when(help(R1, FINANCE, wanting))
                        .andThen()
                        .when(help(R2, wanting, helper))
                        .andThen();
    }

    private static GetHelp help(RequestId with, DepartmentCode by, DepartmentCode from) {
        return new GetHelp(with, "help-" + with.value(), by, from, RequestKind.INFORMATION, "When did it leave?");
    }

    private static List<Wait> waits(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return WaitGraph.of(scenario.state()).waits();
    }

    private static List<Request> requestsOf(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return ((RoutingState.Routed) scenario.state()).requests();
    }

    private static List<RoutingEvent> told(List<RoutingFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> ((Published) it).event())
                .toList();
    }
}
