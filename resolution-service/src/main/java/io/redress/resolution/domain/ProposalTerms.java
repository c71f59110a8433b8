package io.redress.resolution.domain;

import java.time.Duration;

/**
 * How long things stay open.
 *
 * @param offerValidity for choosing among the options of a proposal; the reminder comes after half of it
 * @param wordAwaited for the customer's word once everything is done
 * @param rounds how often the customer may counter or decline what is proposed
 */
public record ProposalTerms(Duration offerValidity, Duration wordAwaited, int rounds) {
    private static final int ROUNDS = 3;

    public ProposalTerms {
        if (!offerValidity.isPositive() || !wordAwaited.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected positive durations, but got " + offerValidity + " and " + wordAwaited);
        }
        if (rounds < 0) {
            throw new IllegalArgumentException("Expected a number of rounds from 0, but got " + rounds);
        }
    }

    /** With the usual number of rounds. */
    public ProposalTerms(Duration offerValidity, Duration wordAwaited) {
        this(offerValidity, wordAwaited, ROUNDS);
    }
}
