package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.department.domain.Promise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody promises. What is missing for a commitment is said by its letters, all at once. */
record CommitmentBody(
        @Nullable String by,
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String acceptance,
        @Nullable Instant dueAt,
        @Nullable String zone,
        @Nullable String need)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.length("/by", by, 0, Limits.NAME);
        new PromiseBody(quantity, unit, acceptance, dueAt, zone, need).check(checks);
    }

    Promise promise() {
        return new Promise(quantity, unit, acceptance, dueAt, zone, need);
    }
}
