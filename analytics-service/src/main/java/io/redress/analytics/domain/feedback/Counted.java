package io.redress.analytics.domain.feedback;

import java.util.List;

/**
 * As what a case stands in the counts of its day.
 *
 * @param number how often it was counted, or counted anew; each number is counted once
 * @param natures empty where it does not stand there
 */
public record Counted(int number, List<String> natures) {
    static final Counted NEVER = new Counted(0, List.of());

    public Counted {
        natures = List.copyOf(natures);
    }

    /** The same case, counted anew. */
    public Counted anew(List<String> now) {
        return new Counted(number + 1, now);
    }
}
