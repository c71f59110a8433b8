package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.Limits;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a remedy waits for approval, and why. */
record ModeBody(@Nullable String mode, @Nullable String reason) implements Checked {
    private static final List<String> MODES =
            Arrays.stream(ExecutionMode.values()).map(Enum::name).toList();

    @Override
    public void check(Checks checks) {
        checks.required("/mode", mode)
                .oneOf("/mode", mode, MODES)
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE);
    }

    /** Only for a checked body. */
    ExecutionMode decided() {
        return ExecutionMode.valueOf(Objects.requireNonNull(mode));
    }

    String why() {
        return Objects.requireNonNull(reason);
    }
}
