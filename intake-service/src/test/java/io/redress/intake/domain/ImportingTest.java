package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Owner;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** History of another system: kept as it was, without a word to the customer. */
class ImportingTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant THEN = Instant.parse("2024-05-06T08:30:00Z");
    private static final Instant CLOSED = Instant.parse("2024-05-21T16:00:00Z");

    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(new IntakeDecider(
            (occasion, _, _, _) -> new Voice.Words(occasion.kind(), occasion.kind()), Promises.standard()));

    @Test
    void what_was_closed_elsewhere_is_closed_here_and_told_as_history_only() {
        var facts = intake.when(taken(CLOSED)).events();

        assertThat(facts)
                .filteredOn(Published.class::isInstance)
                .singleElement()
                .isEqualTo(new Published(received(CLOSED)));
        intake.when(taken(CLOSED)).andThen();
        assertThat(filed().progress())
                .isEqualTo(new Progress(Step.LEARN, Progress.Status.CLOSED, null, List.of(), CLOSED));
        assertThat(IntakeDecider.nextDue(filed())).isEmpty();
    }

    @Test
    @Behaviour("R2")
    void what_is_still_open_is_diagnosed_and_the_customer_hears_of_it_only_when_there_is_news() {
        var facts = intake.when(taken(null)).events();

        assertThat(facts)
                .filteredOn(Published.class::isInstance)
                .extracting(fact -> (Object) ((Published) fact).event().getClass())
                .containsExactly(ComplaintReceived.class, ComplaintDiagnosed.class);
        intake.when(taken(null)).andThen();
        assertThat(filed().complaint().receivedAt()).isEqualTo(THEN);
        assertThat(IntakeDecider.nextDue(filed()))
                .contains(NOW.plus(Duration.ofHours(24)).minus(Waiting.AHEAD));
        assertThat(intake.at(NOW.plus(Duration.ofHours(24)))
                        .when(new DeadlineReached())
                        .events())
                .isNotEmpty();
    }

    private Filed filed() {
        return (Filed) intake.state();
    }

    private static ComplaintReceived received(@Nullable Instant closedAt) {
        return new ComplaintReceived(
                CASE,
                null,
                "old-system",
                new Customer("C-1", Customer.Tier.STANDARD),
                "phone",
                "en",
                "It broke.",
                owner(),
                THEN,
                null,
                null,
                true,
                closedAt);
    }

    private static FileComplaint taken(@Nullable Instant closedAt) {
        return new FileComplaint(
                CASE,
                "key",
                "print",
                null,
                null,
                "old-system",
                new Customer("C-1", Customer.Tier.STANDARD),
                null,
                "phone",
                "en",
                "It broke.",
                owner(),
                new Diagnosis(
                        List.of(new Hypothesis("technical-fault", Cause.PRODUCT_FAULT, 0.8, List.of(), "rule")),
                        0,
                        false,
                        false,
                        "en",
                        "v1"),
                Origin.DIRECT.imported(new Origin.Imported(NOW, closedAt, null)),
                THEN);
    }

    private static Owner owner() {
        return new Owner("andrei", "Andrei", new DepartmentCode("front-desk"));
    }
}
