package io.redress.chassis.store.rocksdb;

import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.Page;
import io.redress.chassis.store.StoredCase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.Snapshot;

/** Reads a page of an index, entries and cases as they were at one moment. */
record PageReader(Families families) {

    Page page(IndexQuery query) throws RocksDBException {
        Snapshot moment = families.db.getSnapshot();
        try {
            // One more than asked for tells whether a next page exists.
            List<Hit> hits = hits(query, moment);
            boolean more = hits.size() > query.limit();
            List<Hit> shown = more ? hits.subList(0, query.limit()) : hits;
            return new Page(cases(shown, moment), more ? shown.getLast().key.cursor() : "");
        } finally {
            families.db.releaseSnapshot(moment);
            moment.close();
        }
    }

    private record Hit(EntryKey key, String caseId) {}

    private List<Hit> hits(IndexQuery query, Snapshot moment) throws RocksDBException {
        EntryKey first = EntryKey.first(query.index(), query.value());
        byte[] from = query.after().isEmpty()
                ? Keys.text(first.text())
                : Scan.after(Keys.text(EntryKey.after(query).text()));
        List<Hit> hits = new ArrayList<>();
        try (Scan scan = new Scan(
                families, families.entries(), from, Keys.text(first.end().text()), moment)) {
            for (; hits.size() <= query.limit() && scan.atKey(); scan.next()) {
                EntryKey key = new EntryKey(Keys.text(scan.key()));
                hits.add(new Hit(key, key.equals(first) ? Keys.text(scan.value()) : key.caseId()));
            }
        }
        return hits;
    }

    private List<StoredCase> cases(List<Hit> hits, Snapshot moment) throws RocksDBException {
        if (hits.isEmpty()) {
            return List.of();
        }
        List<byte[]> keys = hits.stream().map(hit -> Keys.text(hit.caseId)).toList();
        try (ReadOptions atMoment = new ReadOptions().setSnapshot(moment)) {
            List<byte[]> found =
                    families.db.multiGetAsList(atMoment, Collections.nCopies(hits.size(), families.cases()), keys);
            List<StoredCase> cases = new ArrayList<>();
            for (int i = 0; i < hits.size(); i++) {
                cases.add(CaseEncoding.stored(hits.get(i).caseId, found.get(i)));
            }
            return cases;
        }
    }
}
