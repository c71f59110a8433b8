package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why somebody decides something. */
record ReasonBody(@Nullable String reason) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
    }

    /** Only for a checked body. */
    String why() {
        return Objects.requireNonNull(reason);
    }
}
