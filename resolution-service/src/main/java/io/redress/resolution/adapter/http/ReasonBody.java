package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/** Why something goes on: a case that is opened again, a clock that is extended. */
record ReasonBody(@Nullable String reason) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
    }

    String said() {
        return requireNonNull(reason);
    }
}
