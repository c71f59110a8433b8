package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import io.redress.routing.domain.ProposalCommand.EndClearance;
import io.redress.routing.domain.ProposalCommand.HaveCleared;
import io.redress.routing.domain.ProposalCommand.RenewSolutions;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.WaitCommand.AwaitChoice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clearances are waited for, and what goes back is asked for again. */
class RenewingTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode LEGAL = new DepartmentCode("legal-compliance");
    private static final HaveCleared CLEARANCE = new HaveCleared("p1-contract-needs-legal", LEGAL, "It is a contract.");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final RequestId R2 = RequestId.of(CASE, 2);
    private static final RequestId R3 = RequestId.of(CASE, 3);

    private final Scenario<RoutingState, RoutingCommand, RoutingFact> routing =
            Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE));

    @BeforeEach
    void routed() {
        routing.when(new HearComplaint(Example.complaint(CASE))).andThen();
        routing.when(Example.route("overcharge")).andThen();
        routing.when(new NoteAnswer(R1, FINANCE)).andThen();
    }

    @Test
    @Behaviour({"R36", "R108"})
    void a_clearance_is_a_request_for_approval_that_the_case_waits_for_once() {
        var asked = routing.when(CLEARANCE);
        assertThat(told(asked.events(), RequestRaised.class)).singleElement().satisfies(it -> {
            assertThat(it.requestId()).isEqualTo(R2);
            assertThat(it.department()).isEqualTo(LEGAL);
            assertThat(it.kind()).isEqualTo(RequestKind.APPROVAL);
            assertThat(it.stepId()).isEqualTo("p1-contract-needs-legal");
        });
        asked.andThen();

        assertThat(WaitGraph.of(routing.state()).waits())
                .singleElement()
                .satisfies(it -> assertThat(it.what()).isEqualTo(Wait.What.APPROVAL));
        routing.when(CLEARANCE).thenNothing();
    }

    @Test
    void a_clearance_that_is_decided_elsewhere_is_waited_for_no_longer() {
        routing.when(CLEARANCE).andThen();

        var ended = routing.when(new EndClearance("p1-contract-needs-legal", "It has been cleared."));
        assertThat(told(ended.events(), RequestWithdrawn.class))
                .extracting(RequestWithdrawn::requestId)
                .containsExactly(R2);
        ended.andThen();

        assertThat(WaitGraph.of(routing.state()).waits()).isEmpty();
        routing.when(new EndClearance("p1-contract-needs-legal", "Again.")).thenNothing();
    }

    @Test
    @Behaviour({"R108", "R109"})
    void what_goes_back_is_asked_of_those_who_had_the_ideas_and_the_customer_is_waited_for_no_longer() {
        routing.when(new AwaitChoice("p1", NOW, NOW.plus(Duration.ofDays(14)))).andThen();

        var renewed = routing.when(new RenewSolutions("p1", List.of(FINANCE, LOGISTICS), "Sooner, please."));
        assertThat(told(renewed.events(), RequestRaised.class))
                .extracting(RequestRaised::requestId, RequestRaised::department, RequestRaised::subject)
                .containsExactly(
                        tuple(R2, FINANCE, "Another solution: Sooner, please."),
                        tuple(R3, LOGISTICS, "Another solution: Sooner, please."));
        assertThat(told(renewed.events(), SolutionsRequested.class))
                .singleElement()
                .satisfies(it -> assertThat(it.involvements()).hasSize(2));
        renewed.andThen();

        assertThat(((Routed) routing.state()).waiting().customer()).isNull();
        routing.when(new RenewSolutions("p1", List.of(FINANCE), "Again.")).thenNothing();
    }

    private static <T> List<T> told(List<RoutingFact> facts, Class<T> type) {
        return facts.stream()
                .flatMap(fact -> fact instanceof Published(var event) ? Stream.of(event) : Stream.of())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
