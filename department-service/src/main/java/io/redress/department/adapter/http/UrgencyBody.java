package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/** Why a request is to come before others. */
record UrgencyBody(@Nullable String cause, @Nullable String reason) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/cause", cause)
                .that(
                        cause == null || cause.matches("[a-z][a-z0-9-]{0,49}"),
                        "/cause",
                        "Expected small letters, digits and hyphens, at most 50, as in recall.")
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE);
    }
}
