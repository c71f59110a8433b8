package io.redress.resolution.domain.regulation;

import io.redress.contracts.ClosingEvent.CustomersTurn;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * So much time a regime gives for one thing.
 *
 * @param name of this part of the regime, for example {@code final-answer}
 * @param days after the day of the complaint, 1 to {@value #MOST_DAYS}
 * @param extendedTo days in all where the customer is told why it takes longer; absent where that is not allowed
 * @param warnPercent of the time that is over when the company is warned, 1 to 99
 * @param pausesOn when it stands still, since it is the customer's turn
 */
public record TimeLimit(
        String name,
        Counting counting,
        int days,
        @Nullable Integer extendedTo,
        int warnPercent,
        Set<CustomersTurn> pausesOn,
        MetBy metBy) {
    /** Two years; what takes longer is not a clock for a complaint. */
    public static final int MOST_DAYS = 730;

    public TimeLimit {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("Expected 1 to " + MOST_DAYS + " days, but got " + days);
        }
        if (extendedTo != null && (extendedTo <= days || extendedTo > MOST_DAYS)) {
            throw new IllegalArgumentException("Expected an extension to more than " + days + " and at most "
                    + MOST_DAYS + " days, but got " + extendedTo);
        }
        if (warnPercent < 1 || warnPercent > 99) {
            throw new IllegalArgumentException("Expected a warning at 1 to 99 percent, but got " + warnPercent);
        }
        pausesOn = Set.copyOf(pausesOn);
        if (pausesOn.contains(CustomersTurn.OFFER) && metBy == MetBy.PROPOSAL) {
            throw new IllegalArgumentException("Expected a clock that a proposal meets not to pause on an offer, but "
                    + name + " is said to, and the offer is what meets it");
        }
    }
}
