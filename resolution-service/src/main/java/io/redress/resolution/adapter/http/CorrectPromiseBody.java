package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.PromiseCommand.CorrectPromise;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when the customer may count on it from now on, and why. */
record CorrectPromiseBody(@Nullable Instant dueAt, @Nullable String reason) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/dueAt", dueAt).required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
    }

    CorrectPromise command(String promiseId, String by) {
        return new CorrectPromise(promiseId, requireNonNull(dueAt), requireNonNull(reason), by);
    }
}
