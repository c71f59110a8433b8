package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.department.domain.Promise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody thinks of promising. Anything may be missing: the check says what. */
record PromiseBody(
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String acceptance,
        @Nullable Instant dueAt,
        @Nullable String zone,
        @Nullable String need)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.length("/quantity", quantity, 0, Limits.KEY)
                .length("/unit", unit, 0, Limits.KEY)
                .length("/acceptance", acceptance, 0, Limits.NOTE)
                .length("/zone", zone, 0, Limits.KEY)
                .length("/need", need, 0, Limits.NOTE);
    }

    Promise promise() {
        return new Promise(quantity, unit, acceptance, dueAt, zone, need);
    }
}
