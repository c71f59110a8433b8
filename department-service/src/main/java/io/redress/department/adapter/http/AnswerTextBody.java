package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/** The answer to a question. */
record AnswerTextBody(@Nullable String text) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/text", text).length("/text", text, 1, Limits.NOTE);
    }
}
