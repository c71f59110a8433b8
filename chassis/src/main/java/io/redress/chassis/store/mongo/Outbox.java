package io.redress.chassis.store.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.redress.chassis.store.PendingEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Pending events, a list in each case. A case that may have some carries its id once more in {@code pendingCase}, under
 * a sparse index that holds only such cases.
 */
final class Outbox {
    private static final Comparator<PendingEvent> ORDER =
            Comparator.comparing(PendingEvent::stream).thenComparingLong(PendingEvent::seq);

    private final MongoCollection<Document> cases;

    Outbox(MongoCollection<Document> cases) {
        this.cases = cases;
    }

    /** Reads what a majority has, so that nothing is published that a change of the primary could still take back. */
    Mono<List<PendingEvent>> after(String afterCase, int limit) {
        if (limit == 0) {
            return Mono.just(List.of());
        }
        return Flux.from(cases.withReadConcern(ReadConcern.MAJORITY)
                        .find(Filters.and(Filters.gt("pendingCase", afterCase), Filters.exists("pending.0")))
                        .projection(Projections.include("pending"))
                        .sort(Sorts.ascending("pendingCase"))
                        .limit(limit))
                .concatMapIterable(Outbox::events)
                .collectList();
    }

    Mono<Void> clear(List<PendingEvent.Key> published) {
        Map<String, List<String>> keys = published.stream()
                .collect(Collectors.groupingBy(
                        PendingEvent.Key::caseId,
                        TreeMap::new,
                        Collectors.mapping(CaseDocuments::pendingKey, Collectors.toList())));
        List<WriteModel<Document>> models = new ArrayList<>();
        keys.forEach((id, cleared) -> models.add(emptied(id, cleared)));
        keys.forEach((id, cleared) -> models.add(removed(id, cleared)));
        models.add(unmarked(keys.keySet()));
        return published.isEmpty()
                ? Mono.empty()
                : Mono.from(cases.bulkWrite(models, new BulkWriteOptions().ordered(true)))
                        .then();
    }

    /** The usual end: nothing is pending but what is cleared. */
    private static WriteModel<Document> emptied(String id, List<String> keys) {
        Bson nothingElse = Filters.not(Filters.elemMatch("pending", Filters.nin("key", keys)));
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.exists("pendingCase"), nothingElse),
                Updates.combine(Updates.set("pending", List.of()), Updates.unset("pendingCase")));
    }

    private static WriteModel<Document> removed(String id, List<String> keys) {
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", id), Filters.in("pending.key", keys)),
                Updates.pull("pending", Filters.in("key", keys)));
    }

    /** Two that cleared one half each have both seen the other's half. */
    private static WriteModel<Document> unmarked(Iterable<String> ids) {
        return new UpdateManyModel<>(
                Filters.and(Filters.in("_id", ids), Filters.exists("pendingCase"), Filters.size("pending", 0)),
                Updates.unset("pendingCase"));
    }

    private static List<PendingEvent> events(Document document) {
        return document.getList("pending", Document.class).stream()
                .map(event -> CaseDocuments.pendingEvent(document.getString("_id"), event))
                .sorted(ORDER)
                .toList();
    }
}
