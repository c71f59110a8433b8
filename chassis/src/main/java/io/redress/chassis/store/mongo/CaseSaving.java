package io.redress.chassis.store.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.SaveResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The steps of a save: look at what is there, claim new entries, write the documents, find out which were written,
 * take away entries that no longer hold. Only the third decides; the first spares what is hopeless already.
 */
final class CaseSaving {
    private static final int DUPLICATE_KEY = 11000;
    private static final Bson WITNESSED = Projections.include("rev", "entries", "unique", "writers");
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> cases;
    private final SortedEntries entries;

    CaseSaving(MongoCollection<Document> cases, SortedEntries entries) {
        this.cases = cases;
        this.entries = entries;
    }

    Mono<List<SaveResult>> save(List<CaseWrite> writes) {
        String token = new ObjectId().toHexString();
        return witness(writes).flatMap(before -> {
            Map<String, SaveResult> results = new HashMap<>();
            List<CaseChange> hopeful = new ArrayList<>();
            for (CaseWrite write : writes) {
                CaseChange change = new CaseChange(write, token);
                before.verdict(change).ifPresentOrElse(no -> results.put(write.id(), no), () -> hopeful.add(change));
            }
            return write(hopeful, before)
                    .doOnNext(results::putAll)
                    .thenReturn(writes)
                    .map(all ->
                            all.stream().map(CaseWrite::id).map(results::get).toList());
        });
    }

    private Mono<Map<String, SaveResult>> write(List<CaseChange> changes, Witness before) {
        if (changes.isEmpty()) {
            return Mono.just(Map.of());
        }
        return entries.claim(before.newClaims(changes))
                .then(Mono.defer(() -> allWritten(changes)))
                .flatMap(all -> all ? cleanedAfterAll(changes, before) : cleanedAfterSome(changes, before));
    }

    /** Whether every single document was written. If not, the counts do not tell which. */
    private Mono<Boolean> allWritten(List<CaseChange> changes) {
        return Mono.from(cases.bulkWrite(changes.stream().map(CaseChange::model).toList(), ANY_ORDER))
                .map(result -> written(result) == changes.size())
                .onErrorResume(
                        MongoBulkWriteException.class,
                        error -> onlyDuplicates(error) ? Mono.just(false) : Mono.error(error));
    }

    private static int written(BulkWriteResult result) {
        return result.getInsertedCount() + result.getMatchedCount();
    }

    private static boolean onlyDuplicates(MongoBulkWriteException error) {
        return error.getWriteConcernError() == null
                && error.getWriteErrors().stream().allMatch(one -> one.getCode() == DUPLICATE_KEY);
    }

    private Mono<Map<String, SaveResult>> cleanedAfterAll(List<CaseChange> changes, Witness before) {
        Map<String, SaveResult> results = new HashMap<>();
        changes.forEach(change -> results.put(change.write().id(), new SaveResult.Saved(change.newRevision())));
        return entries.disclaim(before.staleClaims(changes)).onErrorComplete().thenReturn(results);
    }

    private Mono<Map<String, SaveResult>> cleanedAfterSome(List<CaseChange> changes, Witness before) {
        return witness(changes.stream().map(CaseChange::write).toList()).flatMap(after -> {
            Map<String, SaveResult> results = new HashMap<>();
            List<CaseChange> saved = new ArrayList<>();
            List<CaseChange> lost = new ArrayList<>();
            for (CaseChange change : changes) {
                boolean written = after.wrote(change);
                (written ? saved : lost).add(change);
                // A value that was free again when we looked: reading the case anew is right then, too.
                results.put(
                        change.write().id(),
                        written
                                ? new SaveResult.Saved(change.newRevision())
                                : after.verdict(change).orElseGet(SaveResult.Conflict::new));
            }
            List<SortedEntries.Claim> stale = new ArrayList<>(before.staleClaims(saved));
            stale.addAll(after.unlistedClaims(lost));
            return entries.disclaim(stale).onErrorComplete().thenReturn(results);
        });
    }

    /** The cases of a batch and the holders of the unique values that it wants. */
    private Mono<Witness> witness(List<CaseWrite> writes) {
        List<String> holdings = writes.stream()
                .flatMap(write -> CaseDocuments.holdings(write).stream())
                .toList();
        return Flux.from(cases.find(Filters.in("unique", holdings)).projection(WITNESSED))
                .collectMap(document -> document.getString("_id"), Function.identity())
                .map(Witness::of);
    }
}
