package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OfferReturned.Outcome;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.Party;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.routing.domain.OwnershipCommand.OfferCase;
import io.redress.routing.domain.OwnershipCommand.TakeCase;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HandingOverTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Party ANDREI = Party.consultant("andrei");
    private static final Party IOANA = Party.consultant("ioana");

    @Test
    @Behaviour("R59")
    void a_handover_changes_nothing_of_a_case_but_who_answers_for_it() {
        var routing = offered();
        CaseRouted before = ((Routed) routing.state()).routing();
        routing.when(new TakeCase("ioana"))
                .then(new Published(new OwnershipMoved(CASE, null, ANDREI, IOANA, "I am away.", NOW)));

        CaseRouted after = ((Routed) routing.state()).routing();
        assertThat(after.owner().id()).isEqualTo("ioana");
        assertThat(after).usingRecursiveComparison().ignoringFields("owner").isEqualTo(before);
    }

    @Test
    @Behaviour("R70")
    void a_case_that_nobody_answers_to_take_over_comes_back_and_the_superior_hears_of_it() {
        Instant late = NOW.plus(Duration.ofHours(8));
        var back = offered()
                .at(late)
                .when(new NoticeTime(Absences.NONE))
                .then(new Published(new OfferReturned(
                        CASE,
                        null,
                        ANDREI,
                        IOANA,
                        Outcome.UNANSWERED,
                        Party.department(new DepartmentCode("front-desk")),
                        late,
                        null,
                        null)));

        back.when(new TakeCase("ioana")).thenRejected("nothing-offered");
        assertThat(((Routed) back.state()).caseOwner().orElseThrow().id()).isEqualTo("andrei");
    }

    @Test
    void only_a_case_that_is_open_and_routed_is_handed_over() {
        Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE))
                .when(new OfferCase("ioana", "I am away."))
                .thenRejected("not-routed-yet");
        offered()
                .when(new EndCase())
                .andThen()
                .when(new OfferCase("ioana", "I am away."))
                .thenRejected("case-ended");
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> offered() {
        return Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE))
                .given(new ComplaintHeard(Example.complaint(CASE)))
                .when(Example.route("overcharge"))
                .andThen()
                .when(new OfferCase("ioana", "I am away."))
                .andThen();
    }
}
