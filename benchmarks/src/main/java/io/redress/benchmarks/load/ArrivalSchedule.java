package io.redress.benchmarks.load;

/**
 * When each arrival of an open loop is due. An arrival never moves, however late the system answers the ones before.
 *
 * @param perSecond arrivals per second, above 0
 */
public record ArrivalSchedule(double perSecond) {
    private static final double SECOND = 1e9;

    public ArrivalSchedule {
        if (!(perSecond > 0 && perSecond <= 1_000_000)) {
            throw new IllegalArgumentException(
                    "Expected a rate above 0 and of at most 1,000,000 per second, but got " + perSecond);
        }
    }

    /** Nanoseconds after the start at which arrival {@code number} is due, counted from 0. */
    public long due(long number) {
        return Math.round(number * SECOND / perSecond);
    }

    /** How many arrivals are due within the first {@code elapsed} nanoseconds, this instant included. */
    public long countBy(long elapsed) {
        if (elapsed < 0) {
            return 0;
        }
        long count = (long) (elapsed * perSecond / SECOND) + 1;
        // Rounding may have put the last one just behind this instant, or the next one just before it.
        while (count > 0 && due(count - 1) > elapsed) {
            count--;
        }
        while (due(count) <= elapsed) {
            count++;
        }
        return count;
    }
}
