package io.redress.analytics.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.analytics.domain.JourneyCommand.AnswerSurvey;
import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/** The customer's own rating. */
record SurveyBody(@Nullable Integer score, @Nullable String words) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/score", score).range("/score", score, 1, 5).length("/words", words, 1, Limits.WORDS);
    }

    AnswerSurvey command() {
        return new AnswerSurvey(requireNonNull(score), words);
    }
}
