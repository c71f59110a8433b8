package io.redress.department.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.NegotiationEvent.Usual;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a department took for finished work that can be compared, in its working time. With too little of it there are
 * no percentiles, rather than invented ones.
 *
 * @param scope how alike the work is
 * @param durations of each, the shortest first
 */
public record Comparables(Scope scope, List<Duration> durations) {
    /** With fewer than these nothing is said about what is usual. */
    public static final int FEWEST = 10;

    /** How alike finished work is to what is asked. */
    public enum Scope {
        /** Of the same kind and nature. */
        NATURE,
        /** Of the same kind, whatever it was about. */
        KIND
    }

    /** Sorts them. */
    public Comparables {
        durations = durations.stream().sorted().toList();
    }

    /** How many there are. */
    public int count() {
        return durations.size();
    }

    /** Whether they are enough to say what is usual. */
    public boolean suffice() {
        return count() >= FEWEST;
    }

    /** What half of them took, or less. */
    public Optional<Duration> median() {
        return percentile(50);
    }

    /** What 85 of 100 took, or less. */
    public Optional<Duration> p85() {
        return percentile(85);
    }

    /**
     * What is usual, for an offer.
     *
     * @param calendar the department's
     * @return absent where there are too few
     */
    public Optional<Usual> usual(WorkCalendar calendar, Instant at) {
        return median().flatMap(median -> p85().map(p85 ->
                new Usual(count(), minutes(median), minutes(p85), calendar.add(at, atMostThat(median)))));
    }

    private static Duration atMostThat(Duration working) {
        return working.compareTo(WorkCalendar.MOST) > 0 ? WorkCalendar.MOST : working;
    }

    private static int minutes(Duration working) {
        return Math.toIntExact(Math.min(working.toMinutes(), WorkCalendar.MOST.toMinutes()));
    }

    /**
     * The shortest of the durations that this many of a hundred did not exceed.
     *
     * @param share 1 to 100
     * @return absent where there are too few
     */
    public Optional<Duration> percentile(int share) {
        if (share < 1 || share > 100) {
            throw new IllegalArgumentException("Expected a percentile from 1 to 100, but got " + share);
        }
        return suffice() ? Optional.of(durations.get((int) Math.ceil(share * count() / 100.0) - 1)) : Optional.empty();
    }
}
