package io.redress.intake.domain;

import java.time.Duration;

/**
 * How the front desk converses.
 *
 * @param clarifyBelow a strongest hypothesis with less confidence than this is not acted on but asked about, 0 to 1; 0 asks
 *     never
 * @param answerWithin how long the customer's answer is waited for before the best guess goes on
 * @param contactWithin how long a consultant may take to get in touch with a customer who wants it
 */
public record ConversationTerms(double clarifyBelow, Duration answerWithin, Duration contactWithin) {
    public ConversationTerms {
        if (!(clarifyBelow >= 0 && clarifyBelow <= 1)) {
            throw new IllegalArgumentException(
                    "Expected clarify-below as a number from 0 to 1, but got " + clarifyBelow);
        }
        if (!answerWithin.isPositive() || !contactWithin.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected positive durations, but got " + answerWithin + " and " + contactWithin);
        }
    }

    /** What the front desk does where nothing else is configured. */
    public static ConversationTerms standard() {
        return new ConversationTerms(0.4, Duration.ofHours(48), Duration.ofHours(24));
    }
}
