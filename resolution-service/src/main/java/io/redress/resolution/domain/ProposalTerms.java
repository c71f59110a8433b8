package io.redress.resolution.domain;

import java.time.Duration;

/**
 * How long things stay open.
 *
 * @param offerValidity for choosing among the options of a proposal; the reminder comes after half of it
 * @param wordAwaited for the customer's word once everything is done
 */
public record ProposalTerms(Duration offerValidity, Duration wordAwaited) {
    public ProposalTerms {
        if (!offerValidity.isPositive() || !wordAwaited.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected positive durations, but got " + offerValidity + " and " + wordAwaited);
        }
    }
}
