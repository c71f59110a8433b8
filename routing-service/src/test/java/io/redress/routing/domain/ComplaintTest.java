package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Owner;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ComplaintTest {
    @Test
    void what_is_left_out_for_the_person_is_not_what_finds_the_others_with_the_same_problem() {
        var told = new Complaint(
                new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70"),
                new Owner("hannah", "Hannah Whitfield", new DepartmentCode("front-desk")),
                new Customer("C-1001", Customer.Tier.STANDARD),
                "en",
                "The planner is down, write to me@home.example.",
                "demo-frontline",
                "Planner",
                "north",
                Instant.parse("2026-11-23T08:00:00Z"));

        Complaint kept = told.redacted();

        assertThat(kept).usingRecursiveComparison().ignoringFields("words").isEqualTo(told);
        assertThat(kept.words()).doesNotContain("me@home.example");
    }
}
