package io.redress.resolution.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.ResolutionCase;
import java.time.Instant;
import java.util.stream.Stream;

/** Cases that should be over but wait for something that is still open. */
public final class PutOffEntries {
    /** Such cases, by when their end is tried again. */
    public static final String PUT_OFF = "put-off";

    /** The one value of {@link #PUT_OFF}. */
    public static final String ALL = "all";

    private PutOffEntries() {}

    static Stream<IndexEntry> of(ResolutionCase known) {
        Instant until = known.assurances().closure().putOffUntil();
        return until == null || known.progress() instanceof Closed
                ? Stream.empty()
                : Stream.of(IndexEntry.sorted(PUT_OFF, ALL, ClockEntries.sortKey(until)));
    }
}
