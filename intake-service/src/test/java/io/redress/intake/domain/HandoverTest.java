package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.intake.domain.IntakeCommand.ChangeOwner;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeFact.OwnerChanged;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A case goes from one consultant to another. */
class HandoverTest {
    private static final Owner ANDREI = new Owner("andrei", "Andrei", new DepartmentCode("front-desk"));
    private static final Owner IOANA = new Owner("ioana", "Ioana", new DepartmentCode("front-desk"));

    private final List<String> signed = new ArrayList<>();
    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(new IntakeDecider(
            (occasion, complaint, diagnosis, tone) -> {
                signed.add(complaint.owner().name());
                return new Voice.Words(occasion.kind(), "words");
            },
            Promises.standard(),
            DeliveryTerms.standard(),
            new Attention((text, language) -> diagnosis(), (text, language) -> false, ConversationTerms.standard())));

    @Test
    @Behaviour({"R59", "R138"})
    void from_the_handover_on_every_message_is_signed_by_the_one_who_has_taken_over() {
        var filed = intake.when(new FileComplaint(
                        new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70"),
                        "key",
                        "fingerprint",
                        null,
                        null,
                        "app",
                        new Customer("C-1", Customer.Tier.STANDARD),
                        null,
                        "web",
                        "en",
                        "My invoice is wrong!",
                        ANDREI,
                        diagnosis()))
                .andThen()
                .when(new ChangeOwner(IOANA))
                .then(new OwnerChanged(IOANA))
                .when(new ChangeOwner(IOANA))
                .thenNothing();
        Instant due = IntakeDecider.nextDue((IntakeState.Filed) filed.state()).orElseThrow();
        filed.at(due).when(new DeadlineReached()).andThen();

        assertThat(signed).startsWith("Andrei").endsWith("Ioana").containsOnly("Andrei", "Ioana");
    }

    private static Diagnosis diagnosis() {
        return new Diagnosis(
                List.of(new Hypothesis("invoice", Cause.SERVICE_FAILURE, 0.9, List.of(), "rule")),
                -0.1,
                false,
                false,
                "en",
                "1");
    }
}
