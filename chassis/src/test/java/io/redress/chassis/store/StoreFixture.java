package io.redress.chassis.store;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty store per test, and short words for asking it. */
public abstract class StoreFixture {
    protected CaseStore store;

    /** A store with nothing in it. */
    protected abstract CaseStore emptyStore();

    @BeforeEach
    void openStore() {
        store = emptyStore();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    protected final List<SaveResult> save(Draft... drafts) {
        return requireNonNull(
                store.save(Arrays.stream(drafts).map(Draft::write).toList()).block());
    }

    protected final List<SaveResult> save(List<Draft> drafts) {
        return save(drafts.toArray(Draft[]::new));
    }

    protected final StoredCase loaded(String id) {
        return requireNonNull(requireNonNull(store.load(List.of(id)).block()).get(id), "no case " + id);
    }

    protected final Page page(String index, String value, int limit) {
        return requireNonNull(store.find(IndexQuery.first(index, value, limit)).block());
    }

    protected final Page pageAfter(Page last, String index, String value, int limit) {
        return requireNonNull(
                store.find(new IndexQuery(index, value, last.next(), limit)).block());
    }

    /** All pages one after another. */
    protected final List<String> allIds(String index, String value, int limit) {
        List<String> ids = new ArrayList<>();
        Page page = page(index, value, limit);
        ids.addAll(ids(page));
        while (!page.next().isEmpty()) {
            page = pageAfter(page, index, value, limit);
            ids.addAll(ids(page));
        }
        return ids;
    }

    protected static List<String> ids(Page page) {
        return page.cases().stream().map(StoredCase::id).toList();
    }

    protected final List<PendingEvent> pending(String after, int cases) {
        return requireNonNull(store.pending(after, cases).block());
    }

    /** As {@code case:stream:seq}. */
    protected final List<String> pendingIds(String after, int cases) {
        return pending(after, cases).stream().map(PendingEvent::id).toList();
    }

    protected final void clear(PendingEvent.Key... keys) {
        store.clear(List.of(keys)).block();
    }

    protected static PendingEvent.Key key(String caseId, String stream, long seq) {
        return new PendingEvent.Key(caseId, stream, seq);
    }

    protected final List<Long> logNumbers(String id, long from, int limit) {
        return requireNonNull(store.log(id, from, limit).block()).stream()
                .map(LogEntry::number)
                .toList();
    }
}
