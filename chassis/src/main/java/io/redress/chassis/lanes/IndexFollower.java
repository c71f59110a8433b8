package io.redress.chassis.lanes;

import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Keeps a copy of some documents as the store has them, whichever instance has changed them: all at the start and at each
 * {@value #LOOKS_UNTIL_ALL}th look, and between that only what changed lately, which is a look at the head of an index.
 * Meant for as many as fit into memory.
 *
 * @param <S> the state of what the service stores
 * @param <T> what is wanted of it
 */
public final class IndexFollower<S, T> implements AutoCloseable {
    /** Finds what reached the store later than {@link #LATE}. */
    static final int LOOKS_UNTIL_ALL = 300;
    /** Covers what a change needs from its decision to the store, and clocks that differ between instances. */
    static final Duration LATE = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(20);

    private final Function<IndexQuery, Mono<ViewPage<S>>> find;
    private final FollowedDocuments<S, T> documents;
    private final InstantSource clock;
    private final RecurringTask looking;
    private long looks;
    private Instant lastLook = Instant.EPOCH;

    /**
     * Begins with all that there are, and returns when they are at hand; where the store does not answer, with none.
     *
     * @param every how often to look; also how late a change may be noticed that another instance has made
     */
    public IndexFollower(
            CaseLanes<S, ?, ?> lanes, FollowedDocuments<S, T> documents, InstantSource clock, Duration every) {
        this(lanes::find, documents, clock, every);
    }

    IndexFollower(
            Function<IndexQuery, Mono<ViewPage<S>>> find,
            FollowedDocuments<S, T> documents,
            InstantSource clock,
            Duration every) {
        this.find = find;
        this.documents = documents;
        this.clock = clock;
        look().onErrorResume(failure -> {
                    LOG.warn("{}: {}", documents.otherwise(), failure.toString());
                    return Mono.empty();
                })
                .block(START_PATIENCE);
        this.looking = RecurringTask.fromLater(every, documents.otherwise(), this::look);
    }

    /** Looks once; a look that fails does not count. */
    Mono<Void> look() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            documents.pass(now);
            Mono<Void> done = looks % LOOKS_UNTIL_ALL == 0
                    ? read(documents.all(), Instant.MIN)
                            .doOnNext(all -> documents.replace(all, now))
                            .then()
                    : read(documents.latest(), lastLook.minus(LATE))
                            .doOnNext(seen -> documents.update(seen, now))
                            .then();
            return done.doOnSuccess(_ -> {
                looks++;
                lastLook = now;
            });
        });
    }

    /** Pages as long as the last document of a page has changed since then. */
    private Mono<List<T>> read(IndexQuery first, Instant since) {
        int limit = documents.all().limit();
        return find.apply(first)
                .expand(page -> page.next().isEmpty() || !isSince(page, since)
                        ? Mono.empty()
                        : find.apply(new IndexQuery(first.index(), first.value(), page.next(), limit)))
                .flatMapIterable(this::documentsOf)
                .collectList();
    }

    private boolean isSince(ViewPage<S> page, Instant since) {
        List<T> read = documentsOf(page);
        return read.isEmpty() || !documents.changedAt(read.getLast()).isBefore(since);
    }

    private List<T> documentsOf(ViewPage<S> page) {
        return page.cases().stream()
                .map(CaseView::state)
                .map(documents::in)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        looking.close();
    }
}
