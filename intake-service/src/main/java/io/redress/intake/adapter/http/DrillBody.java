package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.drills.DrillScenario;
import org.jspecify.annotations.Nullable;

/** What a consultant wants to train. */
record DrillBody(@Nullable String scenario, @Nullable String language) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/scenario", scenario)
                .required("/language", language)
                .oneOf("/language", language, RuleBook.LANGUAGES);
    }

    /**
     * What a consultant says to the customer.
     *
     * @param turn counted from 1
     */
    record AnswerBody(@Nullable Integer turn, @Nullable String text) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/turn", turn)
                    .range("/turn", turn, 1, DrillScenario.MOST_TURNS)
                    .required("/text", text)
                    .length("/text", text, 1, Limits.NOTE);
        }
    }
}
