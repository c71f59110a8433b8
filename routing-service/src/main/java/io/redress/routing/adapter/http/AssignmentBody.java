package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose a request is from now on, and why. */
record AssignmentBody(@Nullable DepartmentCode to, @Nullable String reason) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/to", to).required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
    }

    DepartmentCode department() {
        return Objects.requireNonNull(to);
    }

    String why() {
        return Objects.requireNonNull(reason);
    }
}
