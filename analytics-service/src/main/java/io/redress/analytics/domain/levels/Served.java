package io.redress.analytics.domain.levels;

import org.jspecify.annotations.Nullable;

/**
 * A request inside, as it was served.
 *
 * @param department who was asked
 * @param declined whether it said that it is another's
 * @param onTime what the dates say; absent where it has not been answered, or nobody has told when it was due
 * @param sentBack whether the first answer went back
 * @param ratedOnTime in the eyes of whoever asked, as is {@code ratedComplete}; absent where nobody has rated it
 */
public record Served(
        String department,
        boolean answered,
        boolean declined,
        @Nullable Boolean onTime,
        boolean sentBack,
        @Nullable Boolean ratedOnTime,
        @Nullable Boolean ratedComplete) {
    private static final int SIDES = 2;

    static Served by(String department) {
        return new Served(department, false, false, null, false, null, null);
    }

    Served answeredOnTime(@Nullable Boolean inTime) {
        return new Served(department, true, false, inTime, sentBack, ratedOnTime, ratedComplete);
    }

    Served declinedByIt() {
        return new Served(department, false, true, null, sentBack, null, null);
    }

    Served wentBack() {
        return new Served(department, false, declined, null, true, null, null);
    }

    Served rated(boolean inTime, boolean complete) {
        return new Served(department, answered, declined, onTime, sentBack, inTime, complete);
    }

    /** Whether nothing speaks against it, measured or felt. */
    boolean isWell() {
        return answered
                && !sentBack
                && !Boolean.FALSE.equals(onTime)
                && !Boolean.FALSE.equals(ratedOnTime)
                && !Boolean.FALSE.equals(ratedComplete);
    }

    /** In numbers, for its department. What is declined was asked of it like everything else (R101). */
    Tally tally() {
        boolean isRated = ratedOnTime != null && ratedComplete != null;
        int felt = (Boolean.TRUE.equals(ratedOnTime) ? 1 : 0) + (Boolean.TRUE.equals(ratedComplete) ? 1 : 0);
        return Tally.NONE.withRequest(
                declined || onTime != null ? 1 : 0,
                Boolean.TRUE.equals(onTime) ? 1 : 0,
                answered || declined ? 1 : 0,
                answered && !sentBack ? 1 : 0,
                declined ? 1 : 0,
                isRated ? 1 : 0,
                isRated ? (double) felt / SIDES : 0);
    }
}
