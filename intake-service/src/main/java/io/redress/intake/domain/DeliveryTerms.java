package io.redress.intake.domain;

import java.time.Duration;

/**
 * How patient we are with whoever carries messages.
 *
 * @param maxAge after which a message is old news and not tried again
 * @param firstPause before the second try; it doubles with each further one
 * @param longestPause between two tries, also where a provider asks for more
 * @param answerWithin how long a carrier that was given a message may take to answer
 */
public record DeliveryTerms(Duration maxAge, Duration firstPause, Duration longestPause, Duration answerWithin) {
    private static final int MOST_DOUBLINGS = 20;
    private static final long PER_MILLE = 1000;
    private static final long LEAST_JITTER = 800;

    public DeliveryTerms {
        if (!firstPause.isPositive() || longestPause.compareTo(firstPause) < 0 || !maxAge.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected an age above zero and a first pause above zero and up to the longest, but got " + maxAge
                            + ", " + firstPause + " and " + longestPause);
        }
    }

    /** What holds where nothing else is configured. */
    public static DeliveryTerms standard() {
        return new DeliveryTerms(
                Duration.ofDays(3), Duration.ofSeconds(2), Duration.ofMinutes(15), Duration.ofMinutes(2));
    }

    /**
     * How long to wait after so many tries. It differs by up to a fifth from message to message, so that what failed
     * together does not come back together; the same message always waits as long.
     */
    Duration pause(String messageId, int attempts) {
        Duration doubled = firstPause.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        Duration bounded = doubled.compareTo(longestPause) > 0 ? longestPause : doubled;
        int hash = (messageId.hashCode() + attempts * 31) * 0x9E3779B9;
        long perMille = LEAST_JITTER + Math.floorMod(hash ^ (hash >>> 16), (int) (2 * (PER_MILLE - LEAST_JITTER)) + 1);
        return bounded.multipliedBy(perMille).dividedBy(PER_MILLE);
    }
}
