package io.redress.benchmarks.load;

/** The part of a run that counts, in nanoseconds of the monotonic clock, end exclusive. */
public record Window(long start, long end) {

    /** Everything from now on. */
    public static Window open() {
        return new Window(Long.MIN_VALUE / 4, Long.MAX_VALUE / 4);
    }

    /** Whether it counts. */
    public boolean contains(long instant) {
        return instant >= start && instant < end;
    }

    /** Its length in seconds. */
    public double seconds() {
        return (end - start) / 1e9;
    }
}
