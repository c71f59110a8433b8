package io.redress.chassis.store.rocksdb;

import io.redress.chassis.store.PendingEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The keys of all pending events, in memory. Each event is put and deleted within milliseconds, so reading them from
 * the files would wade through the tombstones of all that went before; this way a sweep touches only what is there, and
 * clearing what is not there writes nothing. Its size is the backlog, some 200 bytes an event, which admission control
 * bounds; it is filled from the files when the store is opened.
 */
final class PendingKeys {
    private static final Comparator<PendingEvent.Key> ORDER = Comparator.comparing(PendingEvent.Key::caseId)
            .thenComparing(PendingEvent.Key::stream)
            .thenComparingLong(PendingEvent.Key::seq);

    private final TreeSet<PendingEvent.Key> keys = new TreeSet<>(ORDER);

    /** All at once: a reader never sees a later event of a write without the earlier ones. */
    synchronized void add(Collection<PendingEvent.Key> added) {
        keys.addAll(added);
    }

    synchronized void remove(Collection<PendingEvent.Key> removed) {
        removed.forEach(keys::remove);
    }

    synchronized List<PendingEvent.Key> present(Collection<PendingEvent.Key> among) {
        return among.stream().filter(keys::contains).distinct().toList();
    }

    /** All keys of the first {@code cases} cases after {@code afterCase}. */
    synchronized List<PendingEvent.Key> after(String afterCase, int cases) {
        List<PendingEvent.Key> found = new ArrayList<>();
        String last = afterCase;
        int left = cases;
        for (PendingEvent.Key key : keys.tailSet(new PendingEvent.Key(afterCase, "", 0))) {
            if (key.caseId().equals(afterCase)) {
                continue;
            }
            if (!key.caseId().equals(last) && --left < 0) {
                break;
            }
            last = key.caseId();
            found.add(key);
        }
        return found;
    }
}
