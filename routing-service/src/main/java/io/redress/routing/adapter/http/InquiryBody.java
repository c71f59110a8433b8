package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who knows about it?
 *
 * @param answerBy a day from now where it is absent
 */
record InquiryBody(@Nullable String question, @Nullable Instant answerBy) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/question", question).length("/question", question, 1, Limits.WORDS / 4);
    }

    String asked() {
        return Objects.requireNonNull(question);
    }
}
