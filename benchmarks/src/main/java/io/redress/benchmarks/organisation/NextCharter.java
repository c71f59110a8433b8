package io.redress.benchmarks.organisation;

import io.redress.department.domain.CharterContent;
import io.redress.department.domain.Ola;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department publishes on a later day. What is absent is the usual, as in its first charter.
 *
 * @param day after the first complaint may come, 1 to 3,650
 * @param answerMinutes of its working time within which it answers
 * @param progressMinutes between two reports of progress
 * @param marginPercent how much of a promise may be its own buffer
 */
record NextCharter(
        int day,
        @Nullable Integer answerMinutes,
        @Nullable Integer progressMinutes,
        @Nullable Integer marginPercent) {
    private static final int MOST_DAYS = 3_650;
    private static final int FIRST_ANSWER = 240;

    List<String> flaws() {
        if (day < 1 || day > MOST_DAYS) {
            return List.of("Expected a day of 1 to 3,650 in charters, but got " + day);
        }
        try {
            ola();
            new CharterContent(null, null, null, null, null, null, progressMinutes, marginPercent, null);
            return List.of();
        } catch (IllegalArgumentException wrong) {
            return List.of("In charters: " + wrong.getMessage());
        }
    }

    @Nullable
    Ola ola() {
        return answerMinutes == null ? null : new Ola(Math.clamp(answerMinutes, 1, FIRST_ANSWER), answerMinutes);
    }
}
