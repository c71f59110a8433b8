package io.redress.department.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.department.domain.CharterBook;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps {@link KnownCharters} as the store has them, whichever instance has published: all at the start and again from
 * time to time, and between that only what changed lately, which is a look at the head of an index.
 */
public final class WatchCharters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchCharters.class);
    private static final int PAGE = 200;
    /** Mostly nothing has changed, and then the first of them says so. */
    private static final int HEAD = 5;

    private static final Duration START_PATIENCE = Duration.ofSeconds(20);
    /** Covers what a change needs from its decision to the store, and clocks that differ between instances. */
    private static final Duration LATE = Duration.ofSeconds(15);
    /** Finds what was later still. */
    private static final int LOOKS_UNTIL_ALL = 300;

    private final CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes;
    private final KnownCharters known;
    private final InstantSource clock;
    private final Disposable looking;
    private long looks;
    private Instant lastLook = Instant.EPOCH;

    /**
     * Begins with all that there are, before the first request is heard.
     *
     * @param every how often to look; also how late a version may be noticed that another instance has published
     */
    public WatchCharters(
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes,
            KnownCharters known,
            InstantSource clock,
            Duration every) {
        this.lanes = lanes;
        this.known = known;
        this.clock = clock;
        look().block(START_PATIENCE);
        this.looking = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(_ -> look(), 1)
                .subscribe();
    }

    private Mono<Void> look() {
        return Mono.defer(() -> {
                    Instant now = clock.instant();
                    known.pass(now);
                    Mono<Void> done = looks % LOOKS_UNTIL_ALL == 0
                            ? see(now, Instant.MIN, PAGE)
                            : see(now, lastLook.minus(LATE), HEAD);
                    return done.doOnSuccess(_ -> {
                        looks++;
                        lastLook = now;
                    });
                })
                .onErrorResume(failed -> {
                    LOG.warn("The charters stay as they were and will be looked at again: {}", failed.toString());
                    return Mono.empty();
                });
    }

    /** Pages of the index as long as the last of a page was published since then. */
    private Mono<Void> see(Instant now, Instant since, int first) {
        return page("", first)
                .expand(page -> page.next().isEmpty() || !isSince(books(page).getLast(), since)
                        ? Mono.empty()
                        : page(page.next(), PAGE))
                .doOnNext(page -> books(page).forEach(book -> known.see(book, now)))
                .then();
    }

    private Mono<ViewPage<DepartmentState>> page(String cursor, int limit) {
        return lanes.find(new IndexQuery(CharterEntries.BY_CHANGE, CharterEntries.ALL, cursor, limit));
    }

    private static boolean isSince(CharterBook book, Instant since) {
        return !book.editions().getLast().publishedAt().isBefore(since);
    }

    private static List<CharterBook> books(ViewPage<DepartmentState> page) {
        return page.cases().stream()
                .map(CaseView::state)
                .filter(CharterBook.class::isInstance)
                .map(CharterBook.class::cast)
                .toList();
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
