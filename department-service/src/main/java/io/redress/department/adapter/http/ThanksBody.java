package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/** A thank-you in people's own words, or without any. */
record ThanksBody(@Nullable String words) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.length("/words", words, 1, Limits.NOTE);
    }
}
