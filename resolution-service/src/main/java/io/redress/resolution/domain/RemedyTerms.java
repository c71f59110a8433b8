package io.redress.resolution.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How patiently remedies are carried out.
 *
 * @param firstPause before the second try or question; doubles with each further one
 * @param longestPause between two of them
 * @param claim how long one try may take until nobody knows what became of it; longer than the provider's time limit
 */
public record RemedyTerms(Duration firstPause, Duration longestPause, Duration claim) {
    /** What suits a provider that answers within ten seconds. */
    public static final RemedyTerms USUAL =
            new RemedyTerms(Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofMinutes(1));

    private static final int MOST_DOUBLINGS = 20;

    public RemedyTerms {
        if (!firstPause.isPositive() || longestPause.compareTo(firstPause) < 0 || !claim.isPositive()) {
            throw new IllegalArgumentException("Expected positive pauses that grow, but got " + firstPause + " to "
                    + longestPause + " and " + claim);
        }
    }

    /**
     * When it is tried or asked for again.
     *
     * @param tries how often it has been already, from 1
     */
    public Instant next(int tries, Instant now) {
        Duration pause = firstPause.multipliedBy(1L << Math.clamp(tries - 1L, 0, MOST_DOUBLINGS));
        return now.plus(pause.compareTo(longestPause) > 0 ? longestPause : pause);
    }
}
