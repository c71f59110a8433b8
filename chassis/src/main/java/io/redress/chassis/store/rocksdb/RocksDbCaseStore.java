package io.redress.chassis.store.rocksdb;

import io.redress.chassis.store.BatchBounds;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.LogEntry;
import io.redress.chassis.store.Page;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.SaveResult;
import io.redress.chassis.store.StoredCase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Cases in a folder of their own, written by one process. Every call of {@link #save} is one atomic write of RocksDB,
 * logged ahead, so that a case, its entries, deadline, pending events and log survive {@code kill -9} together.
 *
 * <p>A call runs on the thread that subscribes, which costs nothing for lanes that block anyway; only where that thread
 * must not block (an event loop of Reactor) it moves to the scheduler of the options.
 *
 * <p>In one call, writes take effect in the order of the list: a unique value that one gives up, the next may take.
 */
public final class RocksDbCaseStore implements CaseStore {
    private final Families families;
    private final Scheduler scheduler;
    private final WriteOptions durability;
    private final OpenDoor door = new OpenDoor();
    private final Object writing = new Object();
    private final PendingKeys pendingKeys = new PendingKeys();
    private final DueFloor dueFloor = new DueFloor();

    private RocksDbCaseStore(Families families, RocksDbOptions options) {
        this.families = families;
        scheduler = options.scheduler();
        durability = new WriteOptions().setSync(options.sync());
    }

    /**
     * Opens the store, which begins empty where the folder does not exist.
     *
     * @param resources memory shared with other stores; stays the caller's, to be closed after the store
     * @throws FolderInUse if the folder belongs to another process or store
     * @throws IllegalStateException if what is in the folder cannot be opened
     */
    public static RocksDbCaseStore open(Path folder, RocksDbResources resources, RocksDbOptions options) {
        RocksDbCaseStore store = new RocksDbCaseStore(new Families(folder, resources), options);
        store.door.enter(store::readPendingKeys);
        return store;
    }

    @Override
    public Mono<Map<String, StoredCase>> load(Collection<String> ids) {
        return call(() -> {
            BatchBounds.checkIds(ids);
            return loaded(ids.stream().distinct().toList()).stream()
                    .collect(Collectors.toMap(StoredCase::id, Function.identity()));
        });
    }

    @Override
    public Mono<List<SaveResult>> save(List<CaseWrite> writes) {
        return call(() -> {
            BatchBounds.checkWrites(writes);
            synchronized (writing) {
                return saved(writes);
            }
        });
    }

    @Override
    public Mono<Page> find(IndexQuery query) {
        return call(() -> new PageReader(families).page(query));
    }

    @Override
    public Mono<List<String>> due(Instant until, int limit) {
        return call(() -> {
            BatchBounds.check(limit, "deadlines");
            return dueCases(Keys.dueEnd(BatchBounds.millis(until)), limit);
        });
    }

    @Override
    public Mono<List<PendingEvent>> pending(String afterCase, int cases) {
        return call(() -> {
            BatchBounds.check(cases, "cases");
            return pendingEvents(pendingKeys.after(afterCase, cases));
        });
    }

    @Override
    public Mono<Void> clear(List<PendingEvent.Key> published) {
        return call(() -> cleared(pendingKeys.present(published))).then();
    }

    @Override
    public Mono<List<LogEntry>> log(String caseId, long from, int limit) {
        return call(() -> {
            BatchBounds.check(limit, "log entries");
            return logEntries(caseId, Math.max(1, from), limit);
        });
    }

    /** Waits for the calls that are running; later ones fail. */
    @Override
    public void close() {
        door.close(() -> {
            durability.close();
            families.close();
        });
    }

    private <T> Mono<T> call(OpenDoor.Call<T> call) {
        Mono<T> here = Mono.fromCallable(() -> door.enter(call));
        return Mono.defer(() -> Schedulers.isInNonBlockingThread() ? here.subscribeOn(scheduler) : here);
    }

    private List<StoredCase> loaded(List<String> ids) throws RocksDBException {
        List<byte[]> found =
                values(families.cases(), ids.stream().map(Keys::text).toList());
        List<StoredCase> cases = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (found.get(i) != null) {
                cases.add(CaseEncoding.stored(ids.get(i), found.get(i)));
            }
        }
        return cases;
    }

    private List<SaveResult> saved(List<CaseWrite> writes) throws RocksDBException {
        List<byte[]> stored = values(
                families.cases(),
                writes.stream().map(write -> Keys.text(write.id())).toList());
        List<SaveResult> results = new ArrayList<>();
        try (SaveBatch batch = new SaveBatch(families)) {
            for (int i = 0; i < writes.size(); i++) {
                results.add(batch.add(writes.get(i), stored.get(i)));
            }
            families.db.write(durability, batch.batch);
            pendingKeys.add(batch.newPending);
            batch.newDue.forEach(dueFloor::lower);
        }
        return results;
    }

    private List<String> dueCases(byte[] end, int limit) throws RocksDBException {
        DueFloor.Mark mark = dueFloor.mark();
        List<String> ids = new ArrayList<>();
        byte[] first = end;
        try (Scan scan = new Scan(families, families.due(), mark.floor(), end)) {
            for (; ids.size() < limit && scan.atKey(); scan.next()) {
                byte[] key = scan.key();
                first = ids.isEmpty() ? key : first;
                ids.add(Keys.dueCase(key));
            }
        }
        if (limit > 0) {
            dueFloor.raise(mark, first);
        }
        return ids;
    }

    private List<PendingEvent> pendingEvents(List<PendingEvent.Key> keys) throws RocksDBException {
        List<byte[]> found =
                values(families.pending(), keys.stream().map(Keys::pending).toList());
        List<PendingEvent> events = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            // Cleared between the look at the keys and this one: published, so no longer of interest.
            if (found.get(i) != null) {
                events.add(PendingEncoding.event(keys.get(i), found.get(i)));
            }
        }
        return events;
    }

    private boolean cleared(List<PendingEvent.Key> present) throws RocksDBException {
        if (present.isEmpty()) {
            return false;
        }
        try (WriteBatch batch = new WriteBatch()) {
            for (PendingEvent.Key key : present) {
                batch.delete(families.pending(), Keys.pending(key));
            }
            families.db.write(durability, batch);
        }
        pendingKeys.remove(present);
        return true;
    }

    private List<LogEntry> logEntries(String caseId, long from, int limit) throws RocksDBException {
        List<LogEntry> entries = new ArrayList<>();
        byte[] end = Keys.log(caseId, Long.MAX_VALUE);
        try (Scan scan = new Scan(families, families.log(), Keys.log(caseId, from), end)) {
            for (; entries.size() < limit && scan.atKey(); scan.next()) {
                entries.add(new LogEntry(Keys.logNumber(scan.key()), scan.value()));
            }
        }
        return entries;
    }

    private boolean readPendingKeys() throws RocksDBException {
        byte[] end = new byte[] {(byte) 0xFF};
        List<PendingEvent.Key> keys = new ArrayList<>();
        try (Scan scan = new Scan(families, families.pending(), new byte[0], end)) {
            for (; scan.atKey(); scan.next()) {
                keys.add(Keys.pending(scan.key()));
            }
        }
        pendingKeys.add(keys);
        return !keys.isEmpty();
    }

    /** One value, or null, per key. */
    private List<byte[]> values(ColumnFamilyHandle family, List<byte[]> keys) throws RocksDBException {
        return keys.isEmpty() ? List.of() : families.db.multiGetAsList(Collections.nCopies(keys.size(), family), keys);
    }
}
