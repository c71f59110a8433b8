package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.ReopenCase;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A case that was over and is not any more. */
class ReopeningTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final ReopenCase AGAIN = new ReopenCase(1, "It was charged once more.", NOW);

    private final RoutingDecider rules = new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE);
    private RoutingState state = rules.initialState();

    @Test
    void the_department_that_leads_is_asked_for_a_solution_with_the_reason_and_the_case_has_its_owner_again() {
        closed();
        assertThat(state).isInstanceOf(Ended.class);

        assertThat(hear(AGAIN))
                .filteredOn(Published.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        Published.class,
                        it -> assertThat(it.event()).isInstanceOfSatisfying(RequestRaised.class, raised -> {
                            assertThat(raised.department()).isEqualTo(FINANCE);
                            assertThat(raised.kind()).isEqualTo(RequestKind.SOLUTION);
                            assertThat(raised.subject()).isEqualTo("It was charged once more.");
                            assertThat(raised.words()).isEqualTo("It was charged once more.");
                            assertThat(raised.wantedId()).isEqualTo("reopening-1");
                            assertThat(raised.requestId()).isEqualTo(RequestId.of(CASE, 2));
                        }));
        assertThat(state)
                .isInstanceOfSatisfying(
                        Routed.class,
                        routed -> assertThat(routed.ownership().spans())
                                .anyMatch(it -> it.requestId() == null
                                        && it.until() == null
                                        && it.owner().equals(Party.consultant("andrei"))));
    }

    @Test
    void opening_what_is_open_changes_nothing_and_a_case_ends_and_opens_as_often_as_it_must() {
        closed();
        hear(AGAIN);
        assertThat(hear(AGAIN)).isEmpty();
        hear(new NoteAnswer(RequestId.of(CASE, 2), FINANCE));
        hear(new EndCase(NOW));

        assertThat(hear(new ReopenCase(2, "Still not right.", NOW))).isNotEmpty();
        assertThat(((Routed) state).requests()).hasSize(3);
    }

    @Test
    void what_nobody_had_answered_when_the_case_ended_is_waited_for_no_longer() {
        routed();
        hear(new EndCase(NOW));
        hear(AGAIN);

        assertThat(Objects.requireNonNull(((Routed) state).request(RequestId.of(CASE, 1))))
                .isInstanceOf(Request.Withdrawn.class);
    }

    private void closed() {
        routed();
        hear(new NoteAnswer(RequestId.of(CASE, 1), FINANCE));
        hear(new EndCase(NOW));
    }

    private void routed() {
        hear(new HearComplaint(Example.complaint(CASE)));
        hear(Example.route("overcharge"));
    }

    private List<RoutingFact> hear(RoutingCommand command) {
        List<RoutingFact> facts = new ArrayList<>();
        if (rules.decide(state, command, NOW) instanceof Decision.Accepted<RoutingFact>(var events)) {
            facts.addAll(events);
        }
        facts.forEach(fact -> state = rules.evolve(state, fact));
        return facts;
    }
}
