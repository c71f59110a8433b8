package io.redress.chassis.store.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.redress.chassis.store.BatchBounds;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.LogEntry;
import io.redress.chassis.store.Page;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.SaveResult;
import io.redress.chassis.store.StoredCase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cases in MongoDB, in the collections {@code <service>_cases}, {@code <service>_entries} and {@code <service>_log}.
 * One document per case, changed atomically by one update that names the revision it expects; no transactions. A write
 * is answered when a majority has it in its journal.
 *
 * <p>A unique value that one write of a call gives up may or may not be free for another write of the same call.
 */
public final class MongoCaseStore implements CaseStore {
    private final MongoCollection<Document> cases;
    private final CaseSaving saving;
    private final PageReader pages;
    private final CaseLog log;
    private final Outbox outbox;

    private MongoCaseStore(MongoDatabase database, String service) {
        MongoDatabase durable = database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        cases = durable.getCollection(service + "_cases");
        SortedEntries entries = new SortedEntries(durable.getCollection(service + "_entries"));
        saving = new CaseSaving(cases, entries);
        // What a majority has not yet may be taken back, and must not make an entry look abandoned.
        pages = new PageReader(cases.withReadConcern(ReadConcern.MAJORITY), entries);
        log = new CaseLog(cases, durable.getCollection(service + "_log"));
        outbox = new Outbox(cases);
    }

    /**
     * A store on a database, with its indexes made first; blocks until they are there.
     *
     * @param database the client behind it stays the caller's
     * @param service the name before the collections, letters and hyphens
     * @throws io.redress.chassis.store.StoreUnavailable if the database cannot be reached within the client's time limit
     */
    public static MongoCaseStore create(MongoDatabase database, String service) {
        MongoCaseStore store = new MongoCaseStore(database, service);
        call(() -> store.createIndexes().thenReturn(service)).block();
        return store;
    }

    @Override
    public Mono<Map<String, StoredCase>> load(Collection<String> ids) {
        return call(() -> {
            BatchBounds.checkIds(ids);
            return Flux.from(cases.find(Filters.in("_id", ids)).projection(CaseDocuments.STORED))
                    .map(CaseDocuments::stored)
                    .collectMap(StoredCase::id);
        });
    }

    @Override
    public Mono<List<SaveResult>> save(List<CaseWrite> writes) {
        return call(() -> {
            BatchBounds.checkWrites(writes);
            return writes.isEmpty()
                    ? Mono.just(List.of())
                    : saving.save(writes).flatMap(results -> moveFullLogs(writes, results));
        });
    }

    @Override
    public Mono<Page> find(IndexQuery query) {
        return call(() -> pages.page(query));
    }

    @Override
    public Mono<List<String>> due(Instant until, int limit) {
        return call(() -> {
            BatchBounds.check(limit, "deadlines");
            // For the driver, a limit of 0 means none.
            return limit == 0 ? Mono.just(List.of()) : dueCases(Instant.ofEpochMilli(BatchBounds.millis(until)), limit);
        });
    }

    @Override
    public Mono<List<PendingEvent>> pending(String afterCase, int limit) {
        return call(() -> {
            BatchBounds.check(limit, "cases");
            return outbox.after(afterCase, limit);
        });
    }

    @Override
    public Mono<Void> clear(List<PendingEvent.Key> published) {
        return call(() -> outbox.clear(published));
    }

    @Override
    public Mono<List<LogEntry>> log(String caseId, long from, int limit) {
        return call(() -> {
            BatchBounds.check(limit, "log entries");
            return limit == 0 ? Mono.just(List.of()) : log.read(caseId, Math.max(1, from), limit);
        });
    }

    /** Leaves the client, which is the caller's, open. */
    @Override
    public void close() {}

    private static <T> Mono<T> call(Supplier<Mono<T>> call) {
        return Mono.defer(call).onErrorMap(Unreachable::asUnavailable);
    }

    private Mono<List<String>> dueCases(Instant until, int limit) {
        return Flux.from(cases.find(Filters.lte("due", until))
                        .projection(Projections.include("_id"))
                        .sort(Sorts.ascending("due", "_id"))
                        .limit(limit))
                .map(document -> document.getString("_id"))
                .collectList();
    }

    /** The writes stand whatever becomes of this; what is not moved now is moved the next time. */
    private Mono<List<SaveResult>> moveFullLogs(List<CaseWrite> writes, List<SaveResult> results) {
        return Flux.range(0, writes.size())
                .filter(i -> results.get(i) instanceof SaveResult.Saved && CaseLog.fills(writes.get(i)))
                .concatMap(i -> log.move(writes.get(i).id()).onErrorComplete())
                .then(Mono.just(results));
    }

    private Mono<Void> createIndexes() {
        return Flux.concat(
                        cases.createIndex(Indexes.ascending("unique"), new IndexOptions().unique(true)),
                        cases.createIndex(Indexes.ascending("due", "_id")),
                        cases.createIndex(Indexes.ascending("pendingCase"), new IndexOptions().sparse(true)))
                .then();
    }
}
