package io.redress.resolution.application;

import io.redress.resolution.domain.RemedyTerms;
import java.time.Duration;
import java.time.Instant;

/** A provider that takes nothing is tried with a few remedies at ever longer intervals, and not with each that waits. */
final class LeaveAlone {
    private final RemedyTerms terms;
    private Instant until = Instant.MIN;
    private int times;

    LeaveAlone(RemedyTerms terms) {
        this.terms = terms;
    }

    synchronized boolean isLeftAlone(Instant now) {
        return now.isBefore(until);
    }

    /** What came of an order. */
    synchronized void heard(RemedyOutcome outcome, Instant now) {
        if (!(outcome instanceof RemedyOutcome.NeverOrdered(Duration notBefore))) {
            times = 0;
            return;
        }
        // Those that were on their way together are one try.
        if (!now.isBefore(until)) {
            times++;
            until = terms.next(times, now);
        }
        if (notBefore != null && now.plus(notBefore).isAfter(until)) {
            until = now.plus(notBefore);
        }
    }
}
