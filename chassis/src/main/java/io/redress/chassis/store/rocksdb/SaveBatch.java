package io.redress.chassis.store.rocksdb;

import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.LogEntry;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.SaveResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * Gathers the writes of one call, decided one after another as if each were written before the next, into one atomic
 * write. Used by one thread, while nobody else writes.
 */
final class SaveBatch implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final Families families;
    final WriteBatch batch = new WriteBatch();
    final List<PendingEvent.Key> newPending = new ArrayList<>();
    final List<byte[]> newDue = new ArrayList<>();
    /** Unique entries that this batch takes, by holder, or frees, with an empty holder. */
    private final Map<String, String> holders = new HashMap<>();

    SaveBatch(Families families) {
        this.families = families;
    }

    SaveResult add(CaseWrite write, byte @Nullable [] stored) throws RocksDBException {
        CaseHead old = CaseEncoding.head(stored);
        if (old.revision() != write.expectedRevision()) {
            return new SaveResult.Conflict();
        }
        for (IndexEntry entry : write.entries()) {
            String holder = entry.unique() ? holder(EntryKey.of(write.id(), entry)) : "";
            if (!holder.isEmpty() && !holder.equals(write.id())) {
                return new SaveResult.Taken(entry.index(), entry.value(), holder);
            }
        }
        CaseHead next = old.next(write);
        put(write, old, next);
        return new SaveResult.Saved(next.revision());
    }

    @Override
    public void close() {
        batch.close();
    }

    private String holder(EntryKey key) throws RocksDBException {
        String changed = holders.get(key.text());
        if (changed != null) {
            return changed;
        }
        byte[] stored = families.db.get(families.entries(), Keys.text(key.text()));
        return stored == null ? "" : Keys.text(stored);
    }

    private void put(CaseWrite write, CaseHead old, CaseHead next) throws RocksDBException {
        batch.put(families.cases(), Keys.text(write.id()), CaseEncoding.encoded(next, write));
        putEntries(write, old);
        putDue(write.id(), old.due(), next.due());
        for (PendingEvent event : write.newEvents()) {
            batch.put(families.pending(), Keys.pending(event.key()), PendingEncoding.encoded(event));
            newPending.add(event.key());
        }
        for (LogEntry entry : write.newLog()) {
            batch.put(families.log(), Keys.log(write.id(), entry.number()), entry.content());
        }
    }

    private void putEntries(CaseWrite write, CaseHead old) throws RocksDBException {
        Set<String> stale = new HashSet<>(old.entries());
        for (IndexEntry entry : write.entries()) {
            String key = EntryKey.of(write.id(), entry).text();
            if (!stale.remove(key)) {
                batch.put(families.entries(), Keys.text(key), entry.unique() ? Keys.text(write.id()) : NOTHING);
            }
            if (entry.unique()) {
                holders.put(key, write.id());
            }
        }
        for (String key : stale) {
            batch.delete(families.entries(), Keys.text(key));
            holders.put(key, "");
        }
    }

    private void putDue(String id, @Nullable Long old, @Nullable Long next) throws RocksDBException {
        if (old != null && !old.equals(next)) {
            batch.delete(families.due(), Keys.due(old, id));
        }
        if (next != null && !next.equals(old)) {
            byte[] key = Keys.due(next, id);
            batch.put(families.due(), key, NOTHING);
            newDue.add(key);
        }
    }
}
