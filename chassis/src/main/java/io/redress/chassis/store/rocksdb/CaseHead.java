package io.redress.chassis.store.rocksdb;

import io.redress.chassis.store.BatchBounds;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.EntryKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stored case that the next write needs to know: what to expect and which keys to take away.
 *
 * @param due milliseconds of the deadline that has a key, or null
 * @param entries texts of the {@link EntryKey}s that have a key, each once
 */
record CaseHead(long revision, long logSize, @Nullable Long due, List<String> entries) {
    static final CaseHead ABSENT = new CaseHead(0, 0, null, List.of());

    /** The head that a write puts in the place of this one. */
    CaseHead next(CaseWrite write) {
        Long due = write.nextDue() == null ? null : (Long) BatchBounds.millis(write.nextDue());
        List<String> entries = write.entries().stream()
                .map(entry -> EntryKey.of(write.id(), entry).text())
                .distinct()
                .toList();
        long newLogSize =
                write.newLog().isEmpty() ? logSize : write.newLog().getLast().number();
        return new CaseHead(revision + 1, newLogSize, due, entries);
    }
}
