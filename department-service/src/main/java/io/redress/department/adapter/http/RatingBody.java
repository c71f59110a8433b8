package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/** How whoever asked sees an answer; what is absent is as the dates and the log say. */
record RatingBody(
        @Nullable Boolean onTime,
        @Nullable Boolean complete,
        @Nullable String words) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.length("/words", words, 1, Limits.NOTE);
    }
}
