package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.Owner;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** States are read by later versions than those that wrote them. */
class IntakeStateTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void a_state_from_before_there_was_an_origin_or_an_aftermath_is_still_read() {
        Filed filed = filed();
        ObjectNode old =
                (ObjectNode) JSON.readTree(JSON.writerFor(IntakeState.class).writeValueAsString(filed));
        old.remove("aftermath");
        ((ObjectNode) old.path("complaint")).remove("origin");
        ((ObjectNode) old.path("complaint").path("contact")).remove(List.of("role", "formality"));

        assertThat(JSON.readerFor(IntakeState.class).<IntakeState>readValue(old.toString()))
                .isEqualTo(filed);
    }

    private static Filed filed() {
        var complaint = new Complaint(
                "key",
                "print",
                null,
                null,
                "webshop",
                new Customer("C-1", Customer.Tier.STANDARD),
                new Complaint.Contact("Maria", "maria@customer.example"),
                "web",
                "en",
                "It broke.",
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                NOW);
        var diagnosis = new ComplaintDiagnosed(
                new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70"),
                List.of(new Hypothesis("technical-fault", Cause.PRODUCT_FAULT, 0.8, List.of(), "rule")),
                0,
                false,
                false,
                "v1",
                NOW);
        return Filed.of(complaint, diagnosis, new Progress(Step.RESPOND, Progress.Status.OPEN, null, List.of(), null));
    }
}
