package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/** Why a date cannot be. */
record DeclineOfferBody(@Nullable String reason) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
    }
}
