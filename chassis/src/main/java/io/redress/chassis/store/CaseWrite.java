package io.redress.chassis.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case's change, all or nothing.
 *
 * @param expectedRevision what the writer read; 0 to create. The stored revision becomes one more
 * @param state the new state, replacing the old
 * @param positions the new input positions, replacing the old
 * @param sequences the new output sequences, replacing the old
 * @param parked the events now parked, replacing the old
 * @param entries all index entries that the case has now, replacing the old
 * @param nextDue the earliest deadline, or null where there is none
 * @param newEvents events to publish, added to those still pending
 * @param newLog entries to append to the log, after the {@code logSize} there are
 */
public record CaseWrite(
        String id,
        long expectedRevision,
        byte[] state,
        Map<String, Long> positions,
        Map<String, Long> sequences,
        List<ParkedEvent> parked,
        List<IndexEntry> entries,
        @Nullable Instant nextDue,
        List<PendingEvent> newEvents,
        List<LogEntry> newLog) {}
