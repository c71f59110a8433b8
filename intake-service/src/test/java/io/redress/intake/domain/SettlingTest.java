package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.MessageSettled;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.Owner;
import io.redress.intake.domain.Delivery.State;
import io.redress.intake.domain.DeliveryCommand.NoteReceipt;
import io.redress.intake.domain.DeliveryFact.Settled;
import io.redress.intake.domain.DeliveryFact.TriedAgain;
import io.redress.intake.domain.IntakeFact.ComplaintFiled;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person finds out about a message of which nobody knew. */
class SettlingTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Receipt UNSURE = new Receipt.Unsure("No answer.");

    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = scenario();

    @Test
    void what_has_arrived_after_all_is_settled_with_the_reason() {
        givenUp("m1");

        List<IntakeFact> facts = intake.when(settle("m1", true)).events();

        assertThat(facts.getFirst())
                .isEqualTo(new Published(new MessageSettled(
                        CASE, "m1", "acknowledgement", "delivered", "sofia", NOW, "I asked the customer.")));
        assertThat(facts.getLast()).isInstanceOfSatisfying(Settled.class, settled -> {
            assertThat(settled.delivery().state()).isEqualTo(State.SENT);
            assertThat(settled.delivery().attempts()).isEqualTo(1);
            assertThat(settled.delivery().reason()).contains("sofia", "I asked the customer.");
        });
        intake.given(facts.toArray(IntakeFact[]::new));
        assertThat(deliveries()).isEqualTo(Deliveries.NONE);
        intake.when(settle("m1", true)).thenRejected("not-unknown");
    }

    @Test
    void what_has_not_arrived_is_carried_once_more_under_its_id_before_what_came_later() {
        givenUp("m1");
        intake.given(composed("m2"));

        intake.when(settle("m1", false))
                .then(
                        new Published(new MessageSettled(
                                CASE, "m1", "acknowledgement", "not-delivered", "sofia", NOW, "I asked the customer.")),
                        new TriedAgain("m1", NOW));

        assertThat(deliveries().waiting()).extracting(Delivery::id).containsExactly("m1", "m2");
        assertThat(deliveries().waiting().getFirst()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.PENDING);
            assertThat(delivery.handedOver()).isFalse();
            assertThat(delivery.next()).isEqualTo(NOW);
        });
        assertThat(deliveries().givenUp()).isEmpty();
        intake.when(settle("m1", false)).thenRejected("not-unknown");
    }

    @Test
    void what_gets_lost_once_more_can_be_settled_once_more() {
        givenUp("m1");
        intake.when(settle("m1", false)).andThen();
        intake.when(new NoteReceipt("m1", "smtp", false, UNSURE)).andThen();

        assertThat(deliveries().givenUp())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.attempts()).isEqualTo(2));
        intake.when(settle("m1", true)).andThen();
        assertThat(deliveries()).isEqualTo(Deliveries.NONE);
    }

    @Test
    void what_is_still_asked_about_is_asked_at_once_by_whoever_may_have_it() {
        intake.given(composed("m1"));
        intake.when(new NoteReceipt("m1", "webhook", true, UNSURE)).andThen();
        assertThat(deliveries().waiting().getFirst().next()).isAfter(NOW);

        intake.when(settle("m1", false)).andThen();

        assertThat(deliveries().waiting()).singleElement().satisfies(delivery -> {
            assertThat(delivery.next()).isEqualTo(NOW);
            assertThat(delivery.state()).isEqualTo(State.UNKNOWN);
            assertThat(delivery.carrier()).isEqualTo("webhook");
        });
        intake.when(settle("m1", true)).andThen();
        assertThat(deliveries()).isEqualTo(Deliveries.NONE);
    }

    @Test
    void what_is_known_is_not_settled() {
        intake.given(composed("m1"));

        intake.when(settle("m1", true)).thenRejected("not-unknown");
        intake.when(settle("m2", false)).thenRejected("not-unknown");
    }

    @Test
    void the_latest_unknown_ones_are_kept_and_no_more() {
        for (int n = 0; n <= Deliveries.MOST_UNKNOWN; n++) {
            givenUp("m" + n);
        }

        assertThat(deliveries().givenUp()).hasSize(Deliveries.MOST_UNKNOWN);
        intake.when(settle("m0", true)).thenRejected("not-unknown");
        intake.when(settle("m1", true)).andThen();
    }

    @Test
    void a_case_that_is_full_takes_nothing_up_again() {
        givenUp("m");
        for (int n = 0; n < Deliveries.MOST; n++) {
            intake.given(composed("m" + n));
        }

        intake.when(settle("m", false)).thenRejected("too-many-messages");
    }

    private void givenUp(String id) {
        intake.given(composed(id));
        intake.when(new NoteReceipt(id, "smtp", false, UNSURE)).andThen();
    }

    private Deliveries deliveries() {
        return ((Filed) intake.state()).deliveries();
    }

    private static SettleUnknown settle(String id, boolean arrived) {
        return new SettleUnknown(id, arrived, "I asked the customer.", "sofia");
    }

    private static IntakeFact composed(String id) {
        return new Published(new CustomerMessageComposed(
                CASE, id, "acknowledgement", "C-1", "web", "en", "Subject", "Body", "cited", NOW));
    }

    private static Scenario<IntakeState, IntakeCommand, IntakeFact> scenario() {
        Owner owner = new Owner("andrei", "Andrei", new DepartmentCode("front-desk"));
        Customer customer = new Customer("C-1", Customer.Tier.STANDARD);
        Complaint complaint = new Complaint(
                "key", "print", null, null, "app", customer, null, "web", "en", "My invoice!", owner, NOW);
        ComplaintDiagnosed diagnosis = new ComplaintDiagnosed(
                CASE,
                List.of(new Hypothesis("invoice", Cause.SERVICE_FAILURE, 0.9, List.of(), "rule")),
                0,
                false,
                false,
                "1",
                NOW);
        Progress progress = new Progress(Step.RESPOND, Progress.Status.OPEN, null, List.of(), null);
        IntakeDecider decider = new IntakeDecider(
                (occasion, _, _, _) -> new Voice.Words(occasion.kind(), "Words"), Promises.standard());
        return Scenario.of(decider).given(new ComplaintFiled(complaint, diagnosis, progress));
    }
}
