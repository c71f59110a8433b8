package io.redress.chassis.store.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.Page;
import io.redress.chassis.store.StoredCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows entries to their cases until a page is full, leaving out those that the case itself does not list. */
final class PageReader {
    private static final Bson LISTING = Projections.fields(CaseDocuments.STORED, Projections.include("entries"));

    private final MongoCollection<Document> cases;
    private final SortedEntries entries;

    PageReader(MongoCollection<Document> cases, SortedEntries entries) {
        this.cases = cases;
        this.entries = entries;
    }

    Mono<Page> page(IndexQuery query) {
        EntryKey first = EntryKey.first(query.index(), query.value());
        if (!query.after().isEmpty()) {
            EntryKey after = EntryKey.after(query);
            return fill(new ArrayList<>(), after.equals(first) ? first.sortedFrom() : after, query);
        }
        return holder(query)
                .map(found -> new Hit(first, found))
                .map(List::of)
                .defaultIfEmpty(List.of())
                .flatMap(hit -> fill(new ArrayList<>(hit), first.sortedFrom(), query));
    }

    private record Hit(EntryKey key, StoredCase found) {}

    private Mono<StoredCase> holder(IndexQuery query) {
        Bson filter = Filters.eq("unique", CaseDocuments.holding(query.index(), query.value()));
        return Mono.from(cases.find(filter).projection(CaseDocuments.STORED).first())
                .map(CaseDocuments::stored);
    }

    /** Reads on until there is one more than asked for, which tells whether a next page exists, or no more entry. */
    private Mono<Page> fill(List<Hit> hits, EntryKey after, IndexQuery query) {
        int wanted = query.limit() + 1 - hits.size();
        if (wanted <= 0) {
            return Mono.just(page(hits, query.limit()));
        }
        EntryKey end = EntryKey.first(query.index(), query.value()).end();
        return entries.between(after, end, wanted)
                .flatMap(found -> resolve(found, hits)
                        .then(Mono.defer(() -> found.size() < wanted
                                ? Mono.just(page(hits, query.limit()))
                                : fill(hits, new EntryKey(found.getLast().key()), query))));
    }

    private static Page page(List<Hit> hits, int limit) {
        boolean more = hits.size() > limit;
        List<Hit> shown = more ? hits.subList(0, limit) : hits;
        return new Page(
                shown.stream().map(Hit::found).toList(),
                more ? shown.getLast().key.cursor() : "");
    }

    private Mono<Void> resolve(List<SortedEntries.Claim> claims, List<Hit> hits) {
        List<String> ids = claims.stream()
                .map(claim -> new EntryKey(claim.key()).caseId())
                .distinct()
                .toList();
        return Flux.from(cases.find(Filters.in("_id", ids)).projection(LISTING))
                .collectMap(document -> document.getString("_id"))
                .flatMap(documents -> sweep(listed(claims, documents, hits)));
    }

    /** Adds the hits; returns what the cases have been seen not to list. */
    private static List<SortedEntries.Claim> listed(
            List<SortedEntries.Claim> claims, Map<String, Document> documents, List<Hit> hits) {
        List<SortedEntries.Claim> stale = new ArrayList<>();
        for (SortedEntries.Claim claim : claims) {
            EntryKey key = new EntryKey(claim.key());
            @Nullable Document document = documents.get(key.caseId());
            if (document == null) {
                continue;
            }
            if (document.getList("entries", String.class).contains(claim.key())) {
                hits.add(new Hit(key, CaseDocuments.stored(document)));
            } else if (claim.revision() <= document.getLong("rev")) {
                stale.add(new SortedEntries.Claim(claim.key(), document.getLong("rev")));
            }
        }
        return stale;
    }

    /** A page that can be read is not withheld because its index cannot be tidied now. */
    private Mono<Void> sweep(List<SortedEntries.Claim> stale) {
        return entries.disclaim(stale).onErrorComplete();
    }
}
