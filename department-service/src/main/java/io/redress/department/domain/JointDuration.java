package io.redress.department.domain;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How long stages that follow each other take together, if each takes what comparable work took and none of them knows of
 * the others. It seldom happens that all of them are late at once, so together they need less than the sum of what each
 * would need for itself (R132). Computed from sums of equally likely durations: the same for the same data.
 */
public final class JointDuration {
    /** So many equally likely durations stand for a distribution. */
    private static final int POINTS = 100;

    private final long[] seconds;

    private JointDuration(long[] seconds) {
        this.seconds = seconds;
    }

    /** @param stages at least one, each with at least one duration */
    public static JointDuration of(List<Comparables> stages) {
        long[] together = {0};
        for (Comparables stage : stages) {
            long[] own = thinned(
                    stage.durations().stream().mapToLong(Duration::toSeconds).toArray());
            together = thinned(Arrays.stream(together)
                    .flatMap(one -> Arrays.stream(own).map(other -> one + other))
                    .sorted()
                    .toArray());
        }
        return new JointDuration(together);
    }

    /**
     * The shortest of the durations that this many of a hundred do not exceed.
     *
     * @param share 1 to 100
     */
    public Duration percentile(int share) {
        return Duration.ofSeconds(seconds[(int) Math.ceil(share * seconds.length / 100.0) - 1]);
    }

    /** The middle of each of as many equal parts. */
    private static long[] thinned(long[] sorted) {
        return sorted.length <= POINTS
                ? sorted
                : LongStream.range(0, POINTS)
                        .map(part -> sorted[(int) ((2 * part + 1) * sorted.length / (2L * POINTS))])
                        .toArray();
    }
}
