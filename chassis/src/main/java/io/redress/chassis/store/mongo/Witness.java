package io.redress.chassis.store.mongo;

import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.SaveResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * What was seen of some cases at one look.
 *
 * @param documents by case
 * @param holders who holds a unique value, by {@link CaseDocuments#holding}
 */
record Witness(Map<String, Document> documents, Map<String, String> holders) {

    static Witness of(Map<String, Document> documents) {
        Map<String, String> holders = new HashMap<>();
        documents.forEach((id, document) ->
                document.getList("unique", String.class).forEach(holding -> holders.put(holding, id)));
        return new Witness(documents, holders);
    }

    /** Why a change cannot be made to what was seen, if there is a reason. */
    Optional<SaveResult> verdict(CaseChange change) {
        CaseWrite write = change.write();
        if (revision(write.id()) != write.expectedRevision()) {
            return Optional.of(new SaveResult.Conflict());
        }
        for (IndexEntry entry : write.entries()) {
            String holder = holders.getOrDefault(CaseDocuments.holding(entry.index(), entry.value()), write.id());
            if (entry.unique() && !holder.equals(write.id())) {
                return Optional.of(new SaveResult.Taken(entry.index(), entry.value(), holder));
            }
        }
        return Optional.empty();
    }

    /** Whether the change is among the writes that the case remembers, others possibly on top of it. */
    boolean wrote(CaseChange change) {
        Document document = documents.get(change.write().id());
        if (document == null) {
            return false;
        }
        List<String> writers = document.getList("writers", String.class);
        long at = writers.size() - 1 - (document.getLong("rev") - change.newRevision());
        return at >= 0 && at < writers.size() && writers.get((int) at).equals(change.token());
    }

    /** Entries that the changes add to what was seen. */
    List<SortedEntries.Claim> newClaims(List<CaseChange> changes) {
        List<SortedEntries.Claim> claims = new ArrayList<>();
        for (CaseChange change : changes) {
            List<String> listed = entries(change.write().id());
            CaseDocuments.sortedEntries(change.write()).stream()
                    .filter(key -> !listed.contains(key))
                    .forEach(key -> claims.add(new SortedEntries.Claim(key, change.newRevision())));
        }
        return claims;
    }

    /** Entries that were seen and that the changes, now made, no longer list. */
    List<SortedEntries.Claim> staleClaims(List<CaseChange> changes) {
        List<SortedEntries.Claim> claims = new ArrayList<>();
        for (CaseChange change : changes) {
            List<String> listed = CaseDocuments.sortedEntries(change.write());
            entries(change.write().id()).stream()
                    .filter(key -> !listed.contains(key))
                    .forEach(key -> claims.add(new SortedEntries.Claim(key, change.newRevision())));
        }
        return claims;
    }

    /** Entries of changes that were not made and that the cases, as seen, do not list. */
    List<SortedEntries.Claim> unlistedClaims(List<CaseChange> lost) {
        return newClaims(lost).stream()
                .map(claim -> new SortedEntries.Claim(claim.key(), revision(new EntryKey(claim.key()).caseId())))
                .filter(claim -> claim.revision() > 0)
                .toList();
    }

    private long revision(String id) {
        Document document = documents.get(id);
        return document == null ? 0 : document.getLong("rev");
    }

    private List<String> entries(String id) {
        Document document = documents.get(id);
        return document == null ? List.of() : document.getList("entries", String.class);
    }
}
