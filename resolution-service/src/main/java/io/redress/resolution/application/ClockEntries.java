package io.redress.resolution.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.resolution.domain.ResolutionCase;
import io.redress.resolution.domain.RunningClock;
import java.time.Instant;
import java.util.stream.Stream;

/** Cases by what the law wants of them next. */
public final class ClockEntries {
    /** Cases with a clock that has not been met, by the earliest date on which one runs out. */
    public static final String RUNNING = "clocks";

    /** The one value of {@link #RUNNING}. */
    public static final String ALL = "all";

    private ClockEntries() {}

    static Stream<IndexEntry> of(ResolutionCase known) {
        return known.assurances().closure().clocks().all().stream()
                .filter(RunningClock::runs)
                .map(RunningClock::dueAt)
                .min(Instant::compareTo)
                .stream()
                .map(due -> IndexEntry.sorted(RUNNING, ALL, sortKey(due)));
    }

    /** Seconds, all of one length; a date is the last second of a day. */
    static String sortKey(Instant due) {
        return "%012d".formatted(Math.max(0, due.getEpochSecond()));
    }
}
