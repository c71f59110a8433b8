package io.redress.chassis.store.mongo;

import static io.redress.chassis.store.mongo.CaseDocuments.log;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.LogEntry;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The log of cases. New entries are added to a list in the case's document, so they appear together with the rest of a
 * write. Every {@value #TAIL} entries the list is moved to a collection of its own, one document per entry, so that a
 * case document never grows towards the limit of 16 MB. Only what stands in the document, and so is final, is moved:
 * doing it twice, or half, changes nothing.
 */
final class CaseLog {
    static final int TAIL = 64;
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> cases;
    private final MongoCollection<Document> moved;

    CaseLog(MongoCollection<Document> cases, MongoCollection<Document> moved) {
        this.cases = cases;
        this.moved = moved;
    }

    /** Looks at the list before the collection: what is moved in between is then seen twice, and not missed. */
    Mono<List<LogEntry>> read(String caseId, long from, int limit) {
        return tail(caseId)
                .filter(entry -> entry.getLong("number") >= from)
                .collectList()
                .flatMap(tail -> movedFrom(caseId, from, limit).map(earlier -> merged(earlier, tail, limit)));
    }

    /** Whether this write brings the list to a length at which it is moved. */
    static boolean fills(CaseWrite write) {
        return !write.newLog().isEmpty()
                && write.newLog().getLast().number() / TAIL
                        > (write.newLog().getFirst().number() - 1) / TAIL;
    }

    /** Moves what the list holds now. */
    Mono<Void> move(String caseId) {
        return tail(caseId)
                .collectList()
                .filter(tail -> !tail.isEmpty())
                .flatMap(tail -> Mono.from(moved.bulkWrite(
                                tail.stream()
                                        .map(entry -> copied(caseId, entry))
                                        .toList(),
                                ANY_ORDER))
                        .then(Mono.from(cases.updateOne(
                                Filters.eq("_id", caseId),
                                Updates.pull(
                                        "log",
                                        Filters.lte("number", tail.getLast().getLong("number"))))))
                        .then());
    }

    private Flux<Document> tail(String caseId) {
        return Mono.from(cases.find(Filters.eq("_id", caseId))
                        .projection(Projections.include("log"))
                        .first())
                .flatMapIterable(document -> document.getList("log", Document.class));
    }

    private Mono<List<Document>> movedFrom(String caseId, long from, int limit) {
        return Flux.from(moved.find(Filters.and(
                                Filters.gte("_id", id(caseId, from)), Filters.lte("_id", id(caseId, Long.MAX_VALUE))))
                        .sort(Sorts.ascending("_id"))
                        .limit(limit))
                .collectList();
    }

    private static List<LogEntry> merged(Collection<Document> earlier, Collection<Document> tail, int limit) {
        TreeMap<Long, LogEntry> entries = new TreeMap<>();
        earlier.forEach(entry -> entries.put(entry.getLong("number"), CaseDocuments.logEntry(entry)));
        tail.forEach(entry -> entries.put(entry.getLong("number"), CaseDocuments.logEntry(entry)));
        return entries.values().stream().limit(limit).toList();
    }

    private static ReplaceOneModel<Document> copied(String caseId, Document entry) {
        String id = id(caseId, entry.getLong("number"));
        return new ReplaceOneModel<>(
                Filters.eq("_id", id),
                log(CaseDocuments.logEntry(entry)).append("_id", id),
                new ReplaceOptions().upsert(true));
    }

    /** Sorts by case, then number. */
    private static String id(String caseId, long number) {
        return "%s\0%019d".formatted(caseId, number);
    }
}
