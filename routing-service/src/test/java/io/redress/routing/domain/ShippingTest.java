package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.IntakeEvent.Shipment;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.CaseSettled;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.PrepareShipment;
import io.redress.routing.domain.RoutingFact.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A large shipment to a valued customer, before anybody complains. */
class ShippingTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final PrepareShipment SHIPMENT = new PrepareShipment(
            CASE,
            new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
            new Customer("C-1042", Customer.Tier.VIP),
            new Shipment("SH-2026-118", 500, LocalDate.parse("2026-12-01"), "IT"),
            "500 pieces to a VIP customer.",
            "warehouse-system");

    private final RoutingDecider decider = new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE);

    @Test
    @Behaviour("R46")
    void logistics_is_asked_to_prepare_it_with_the_planned_date_and_with_the_answer_it_is_settled() {
        RoutingState state = decider.initialState();
        List<RoutingFact> asked = decided(state, SHIPMENT);
        assertThat(told(asked)).extracting(Object::getClass).containsExactly(CaseRouted.class, RequestRaised.class);
        assertThat(told(asked).getFirst()).isInstanceOfSatisfying(CaseRouted.class, it -> {
            assertThat(it.lead()).isEqualTo(LOGISTICS);
            assertThat(it.cause()).isEqualTo(Cause.NO_COMPLAINT);
            assertThat(it.owner()).isEqualTo(SHIPMENT.owner());
        });
        assertThat(told(asked).get(1)).isInstanceOfSatisfying(RequestRaised.class, it -> {
            assertThat(it.department()).isEqualTo(LOGISTICS);
            assertThat(it.kind()).isEqualTo(RequestKind.SOLUTION);
            assertThat(it.subject()).contains("2026-12-01");
            assertThat(it.words()).contains("SH-2026-118").contains("500").doesNotContain("C-1042");
        });

        for (RoutingFact fact : asked) {
            state = decider.evolve(state, fact);
        }
        assertThat(decided(state, SHIPMENT)).isEmpty();
        List<RoutingFact> answered = decided(state, new NoteAnswer(RequestId.of(CASE, 1), LOGISTICS));
        assertThat(told(answered)).extracting(Object::getClass).containsExactly(CaseSettled.class);
        for (RoutingFact fact : answered) {
            state = decider.evolve(state, fact);
        }
        assertThat(decided(state, new NoteAnswer(RequestId.of(CASE, 1), LOGISTICS)))
                .isEmpty();
    }

    private List<RoutingFact> decided(RoutingState state, RoutingCommand command) {
        return ((Decision.Accepted<RoutingFact>) decider.decide(state, command, NOW)).events();
    }

    private static List<RoutingEvent> told(List<RoutingFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> ((Published) it).event())
                .toList();
    }
}
