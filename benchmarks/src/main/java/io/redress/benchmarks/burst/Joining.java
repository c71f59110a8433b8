package io.redress.benchmarks.burst;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Who of those who should have joined the incident has, and how long it took. Both times are of one machine's clock.
 *
 * @param lost cases about the outage that are no members
 * @param strangers members that are none of them
 * @param afterLast from when the last complaint was accepted until the last case joined; negative where none was left
 * @param latency in milliseconds from when a complaint was accepted until its case joined, of those since the opening
 */
public record Joining(long lost, long strangers, Duration afterLast, Histogram latency) {
    private static final long LONGEST_MILLIS = Duration.ofHours(2).toMillis();

    /** @param opened earlier complaints had to wait for somebody's decision */
    static Joining of(Map<String, Instant> accepted, Map<String, Instant> joined, Instant opened) {
        Histogram latency = new Histogram(LONGEST_MILLIS, 3);
        accepted.forEach((caseId, at) -> {
            Instant then = joined.get(caseId);
            if (then != null && at.isAfter(opened)) {
                latency.recordValue(Math.clamp(Duration.between(at, then).toMillis(), 0L, LONGEST_MILLIS));
            }
        });
        long found = accepted.keySet().stream().filter(joined::containsKey).count();
        return new Joining(
                accepted.size() - found,
                joined.size() - found,
                Duration.between(last(accepted), last(joined)),
                latency);
    }

    private static Instant last(Map<String, Instant> times) {
        return times.values().stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
