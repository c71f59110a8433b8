package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.department.domain.Negotiation.Expectation;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A date that the other side may accept, and what goes with it. */
record OfferBody(
        @Nullable Instant dueAt,
        @Nullable String reason,
        @Nullable String quantity,
        @Nullable String quality,
        @Nullable String resources)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/dueAt", dueAt)
                .length("/reason", reason, 1, Limits.NOTE)
                .that(reason == null || !reason.isBlank(), "/reason", "Expected words, but got only spaces.")
                .length("/quantity", quantity, 1, Limits.TITLE)
                .length("/quality", quality, 1, Limits.TITLE)
                .length("/resources", resources, 1, Limits.TITLE);
    }

    Expectation expectation() {
        return new Expectation(Objects.requireNonNull(dueAt), reason, quantity, quality, resources);
    }
}
