package io.redress.chassis.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one call of a {@link CaseStore} may carry; every adapter refuses the rest in the same words. */
public final class BatchBounds {
    private BatchBounds() {}

    /**
     * Refuses a limit or batch that is too large.
     *
     * @param what names it in the refusal
     * @throws IllegalArgumentException if it is negative or more than {@value CaseStore#MAX_BATCH}
     */
    public static void check(int size, String what) {
        if (size < 0 || size > CaseStore.MAX_BATCH) {
            throw new IllegalArgumentException(
                    "Expected at most " + CaseStore.MAX_BATCH + " " + what + " in one call, but got " + size);
        }
    }

    /**
     * Refuses ids that no case can have: empty ones and those with control characters, which separate parts of keys.
     *
     * @throws IllegalArgumentException naming the first such id
     */
    public static void checkIds(Collection<String> ids) {
        check(ids.size(), "cases");
        for (String id : ids) {
            if (id.isEmpty() || id.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "Expected a case id without control characters, but got '" + id + "'");
            }
        }
    }

    /**
     * Refuses writes that do not make one batch.
     *
     * @throws IllegalArgumentException if there are too many, two for one case, or an event of another case
     */
    public static void checkWrites(List<CaseWrite> writes) {
        checkIds(writes.stream().map(CaseWrite::id).toList());
        Set<String> seen = new HashSet<>();
        for (CaseWrite write : writes) {
            if (!seen.add(write.id())) {
                throw new IllegalArgumentException("Expected one write per case, but got two for " + write.id());
            }
            checkEvents(write);
        }
    }

    private static void checkEvents(CaseWrite write) {
        for (PendingEvent event : write.newEvents()) {
            if (!event.caseId().equals(write.id())) {
                throw new IllegalArgumentException(
                        "Expected only events of case " + write.id() + ", but got " + event.id());
            }
        }
    }

    /** A deadline as it is ordered: to the millisecond, rounded down; what lies beyond all dates is the last one. */
    public static long millis(Instant due) {
        long seconds = Math.clamp(due.getEpochSecond(), Long.MIN_VALUE / 1000 + 1, Long.MAX_VALUE / 1000 - 1);
        return seconds * 1000 + due.getNano() / 1_000_000;
    }
}
