package io.redress.routing.domain.bursts;

/** How unlikely a count is where another was expected. */
final class Surprise {
    private Surprise() {}

    /**
     * Minus the decimal logarithm of (a bound of) the chance that a Poisson variable reaches {@code count}; 0 where the
     * count is no more than expected.
     */
    static double score(int count, double expected) {
        if (count <= expected) {
            return 0;
        }
        double mean = Math.max(expected, 1e-3);
        return (count * Math.log(count / mean) - (count - mean)) / Math.log(10);
    }
}
