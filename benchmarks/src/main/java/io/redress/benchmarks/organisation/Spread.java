package io.redress.benchmarks.organisation;

import java.time.Duration;

/**
 * How long something takes: half of the times no longer than the median, nine of ten no longer than the p90. Between and
 * beyond it is log-normal, as the length of work mostly is.
 *
 * @param medianMinutes more than 0
 * @param p90Minutes not less than the median
 */
record Spread(double medianMinutes, double p90Minutes) {
    /** How many standard deviations nine of ten stay below. */
    private static final double NINE_OF_TEN = 1.2815515655446004;

    /** Likewise for 85 of 100, which is what the rules take for usual. */
    private static final double EIGHTY_FIVE = 1.0364333894937898;

    private static final double LONGEST_MINUTES = 60_000;

    static final String EXPECTED = "Expected medianMinutes of more than 0, and p90Minutes between it and 60,000";

    boolean isSpread() {
        return medianMinutes > 0 && p90Minutes >= medianMinutes && p90Minutes <= LONGEST_MINUTES;
    }

    /** @param gauss drawn from the standard normal distribution */
    Duration at(double gauss) {
        double sigma = Math.log(p90Minutes / medianMinutes) / NINE_OF_TEN;
        double minutes = medianMinutes * Math.exp(sigma * gauss);
        return Duration.ofSeconds(Math.max(1, Math.round(60 * Math.min(minutes, LONGEST_MINUTES))));
    }

    /** In which 85 of 100 are done. */
    Duration p85() {
        return at(EIGHTY_FIVE);
    }
}
