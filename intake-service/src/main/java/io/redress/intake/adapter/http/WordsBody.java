package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/** What the customer says further. */
record WordsBody(@Nullable String text, @Nullable String channel) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/text", text)
                .length("/text", text, 1, Limits.WORDS)
                .oneOf("/channel", channel, ComplaintBody.CHANNELS);
    }
}
