package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a promise is corrected: which standard is touched, why, and what is promised from now on. */
record CorrectionBody(
        @Nullable String by,
        @Nullable Dimension dimension,
        @Nullable String reason,
        @Nullable Instant dueAt,
        @Nullable String quantity)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/by", by)
                .length("/by", by, 1, Limits.NAME)
                .required("/dimension", dimension)
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE)
                .matches("/quantity", quantity, Limits.QUANTITY, "a quantity such as 2 or 2.5")
                .that(
                        dimension != Dimension.TIME || dueAt != null,
                        "/dueAt",
                        "Expected the new date, because the time is corrected.");
    }
}
