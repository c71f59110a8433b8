package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/** Whether there was need. */
record JudgementBody(@Nullable Boolean justified, @Nullable String reason) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/justified", justified).required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
    }
}
