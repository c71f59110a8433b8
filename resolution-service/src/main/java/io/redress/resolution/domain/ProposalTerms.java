package io.redress.resolution.domain;

import java.time.Duration;

/**
 * How long things stay open.
 *
 * @param offerValidity for choosing among the options of a proposal; the reminder comes after half of it
 * @param wordAwaited for the customer's word once everything is done
 * @param rounds how often the customer may counter or decline what is proposed
 * @param correctionAwaited how long the customer is left with a wrong value while somebody inside does not know of the
 *     right one; from a minute to a week
 */
public record ProposalTerms(Duration offerValidity, Duration wordAwaited, int rounds, Duration correctionAwaited) {
    private static final int ROUNDS = 3;
    private static final Duration CORRECTION_AWAITED = Duration.ofHours(4);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    public ProposalTerms {
        if (!offerValidity.isPositive() || !wordAwaited.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected positive durations, but got " + offerValidity + " and " + wordAwaited);
        }
        if (rounds < 0) {
            throw new IllegalArgumentException("Expected a number of rounds from 0, but got " + rounds);
        }
        if (correctionAwaited.compareTo(SHORTEST) < 0 || correctionAwaited.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Expected correctionAwaited from " + SHORTEST + " to " + LONGEST
                    + ", but got " + correctionAwaited);
        }
    }

    /** With corrections as usual: the customer has them within {@code PT4H}. */
    public ProposalTerms(Duration offerValidity, Duration wordAwaited, int rounds) {
        this(offerValidity, wordAwaited, rounds, CORRECTION_AWAITED);
    }

    /** With the usual number of rounds. */
    public ProposalTerms(Duration offerValidity, Duration wordAwaited) {
        this(offerValidity, wordAwaited, ROUNDS);
    }
}
