package io.redress.chassis.store.mongo;

import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.redress.chassis.store.EntryKey;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Entries in the order of their index, one document each with the key as its id. (An index over a list inside the case
 * would sort a case with several entries by any of them.) They lead to cases and prove nothing: an entry counts only
 * while the case's own document lists it, which is what makes it change together with the case.
 *
 * <p>An entry carries the highest case revision that claims to list it. It is claimed before the case is written, and
 * disclaimed only by somebody who has seen the case at a revision at least as high without it; so a slow clean-up never
 * takes away what a later write has claimed again. What a crash leaves behind is skipped, and swept by the next reader.
 */
final class SortedEntries {
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;

    SortedEntries(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** An entry and a revision of its case. */
    record Claim(String key, long revision) {}

    Mono<Void> claim(List<Claim> claims) {
        return write(claims.stream().map(SortedEntries::claimed).toList()).then();
    }

    Mono<Void> disclaim(List<Claim> claims) {
        return write(claims.stream().map(SortedEntries::disclaimed).toList()).then();
    }

    /** Up to {@code limit} entries after one key and before another, both exclusive. */
    Mono<List<Claim>> between(EntryKey after, EntryKey end, int limit) {
        return Flux.from(collection
                        .find(Filters.and(Filters.gt("_id", after.text()), Filters.lt("_id", end.text())))
                        .sort(Sorts.ascending("_id"))
                        .limit(limit))
                .map(entry -> new Claim(entry.getString("_id"), entry.getLong("rev")))
                .collectList();
    }

    private Mono<BulkWriteResult> write(List<? extends WriteModel<Document>> models) {
        return models.isEmpty() ? Mono.empty() : Mono.from(collection.bulkWrite(models, ANY_ORDER));
    }

    private static WriteModel<Document> claimed(Claim claim) {
        return new UpdateOneModel<>(
                Filters.eq("_id", claim.key), Updates.max("rev", claim.revision), new UpdateOptions().upsert(true));
    }

    private static WriteModel<Document> disclaimed(Claim claim) {
        return new DeleteOneModel<>(Filters.and(Filters.eq("_id", claim.key), Filters.lte("rev", claim.revision)));
    }
}
