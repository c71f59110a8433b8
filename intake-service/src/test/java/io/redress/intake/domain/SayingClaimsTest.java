package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.Citation;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.Customer;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one voice says what was released, and takes it back where it does not hold. */
class SayingClaimsTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode PR = new DepartmentCode("marketing-pr");
    private static final Owner ANDREI = new Owner("andrei", "Andrei", new DepartmentCode("front-desk"));

    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(new IntakeDecider(
            (occasion, _, _, _) -> new Voice.Words(occasion.kind(), occasion.toString()), Promises.standard()));

    @BeforeEach
    void file() {
        intake.when(new FileComplaint(
                        CASE,
                        "key",
                        "fingerprint",
                        null,
                        null,
                        "app",
                        new Customer("C-1", Customer.Tier.STANDARD),
                        null,
                        "web",
                        "en",
                        "Where is my parcel?",
                        ANDREI,
                        new Diagnosis(
                                List.of(new Hypothesis(
                                        "delivery", Cause.SERVICE_FAILURE, 0.9, List.of(), "en-delivery")),
                                -0.4,
                                false,
                                false,
                                "en",
                                "1")))
                .andThen();
    }

    @Test
    @Behaviour({"R20", "R52"})
    void what_was_released_is_said_with_the_claims_it_rests_on() {
        assertThat(said(released(Channel.PRIVATE))).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo("statement");
            assertThat(message.body()).contains("It arrives on 27 November.");
            assertThat(message.uses()).containsExactly("c1");
        });
    }

    @Test
    void what_is_said_in_public_or_on_the_telephone_is_no_message() {
        assertThat(said(released(Channel.PUBLIC))).isEmpty();
        assertThat(said(released(Channel.PHONE_SCRIPT))).isEmpty();
    }

    @Test
    @Behaviour({"R52", "R126"})
    void a_correction_says_what_was_told_and_what_holds_instead() {
        assertThat(said(corrected())).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo("correction");
            assertThat(message.body()).contains("27 November", "1 December");
            assertThat(message.uses()).containsExactly("c2");
        });
    }

    private List<CustomerMessageComposed> said(ClaimEvent event) {
        return intake.when(new Hear(event, "e1")).events().stream()
                .filter(Published.class::isInstance)
                .map(fact -> ((Published) fact).event())
                .filter(CustomerMessageComposed.class::isInstance)
                .map(CustomerMessageComposed.class::cast)
                .toList();
    }

    private static StatementReleased released(Channel channel) {
        return new StatementReleased(
                CASE,
                "s1",
                channel,
                "It arrives on 27 November.",
                List.of(new Citation("c1", "delivery.date", "27 November")),
                PR,
                "paula",
                NOW);
    }

    private static CustomerCorrected corrected() {
        return new CustomerCorrected(
                CASE,
                "delivery.date",
                "c1",
                "27 November",
                NOW,
                List.of(Channel.PRIVATE),
                List.of(),
                NOW,
                "c2",
                "1 December");
    }
}
