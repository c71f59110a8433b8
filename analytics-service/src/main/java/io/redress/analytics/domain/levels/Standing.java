package io.redress.analytics.domain.levels;

import java.util.Map;

/**
 * As what a case stands in the numbers of its week.
 *
 * @param number how often it was counted, or counted anew; each number is counted once
 * @param tallies by department; empty where it does not stand there
 */
public record Standing(int number, Map<String, Tally> tallies) {
    static final Standing NEVER = new Standing(0, Map.of());

    public Standing {
        tallies = Map.copyOf(tallies);
    }

    /** The same case, counted anew. */
    public Standing anew(Map<String, Tally> now) {
        return new Standing(number + 1, now);
    }
}
