package io.redress.department.domain;

import java.time.Duration;

/**
 * What a department offers to whoever asks it (its operational level agreement), in its own working time (R80).
 *
 * @param firstAnswerMinutes until it has said something about a request, at most {@code resolutionMinutes}
 * @param resolutionMinutes until it has answered, 1 to {@value #MOST_MINUTES}
 */
public record Ola(int firstAnswerMinutes, int resolutionMinutes) {
    /** 2,000 working hours, which is a year. */
    public static final int MOST_MINUTES = 120_000;

    /** Of a department that has published none: half a day, and three days of eight hours. */
    public static final Ola USUAL = new Ola(240, 1_440);

    public Ola {
        if (resolutionMinutes < 1 || resolutionMinutes > MOST_MINUTES) {
            throw new IllegalArgumentException(
                    "Expected resolutionMinutes of 1 to " + MOST_MINUTES + ", but got " + resolutionMinutes);
        }
        if (firstAnswerMinutes < 1 || firstAnswerMinutes > resolutionMinutes) {
            throw new IllegalArgumentException("Expected firstAnswerMinutes of 1 to " + resolutionMinutes
                    + ", which is the resolution, but got " + firstAnswerMinutes);
        }
    }

    public Duration firstAnswer() {
        return Duration.ofMinutes(firstAnswerMinutes);
    }

    public Duration resolution() {
        return Duration.ofMinutes(resolutionMinutes);
    }
}
