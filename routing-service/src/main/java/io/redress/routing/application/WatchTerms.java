package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.routing.domain.CharterKnown;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
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
 * Keeps {@link KnownTerms} as the store has them, whichever instance has heard it: all at the start and again from
 * time to time, and between that only what changed lately, which is a look at the head of an index.
 */
public final class WatchTerms implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchTerms.class);
    private static final int PAGE = 200;
    /** Mostly nothing has changed, and then the first of them says so. */
    private static final int HEAD = 5;

    private static final Duration START_PATIENCE = Duration.ofSeconds(20);
    /** Covers what a change needs from its decision to the store, and clocks that differ between instances. */
    private static final Duration LATE = Duration.ofSeconds(15);
    /** Finds what was later still. */
    private static final int LOOKS_UNTIL_ALL = 300;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final KnownTerms known;
    private final InstantSource clock;
    private final Disposable looking;
    private long looks;
    private Instant lastLook = Instant.EPOCH;

    /**
     * Begins with all that there are, before the first request is heard.
     *
     * @param every how often to look; also how late a version may be noticed that another instance has heard of
     */
    public WatchTerms(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes,
            KnownTerms known,
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

    /** Pages of the index as long as the last of a page was heard of since then. */
    private Mono<Void> see(Instant now, Instant since, int first) {
        return page("", first)
                .expand(page -> page.next().isEmpty() || !isSince(charters(page).getLast(), since)
                        ? Mono.empty()
                        : page(page.next(), PAGE))
                .doOnNext(page -> charters(page).forEach(charter -> known.see(charter, now)))
                .then();
    }

    private Mono<ViewPage<RoutingState>> page(String cursor, int limit) {
        return lanes.find(new IndexQuery(CharterTermsEntries.BY_CHANGE, KnowledgeEntries.ALL, cursor, limit));
    }

    private static boolean isSince(CharterKnown charter, Instant since) {
        return !charter.notedAt().isBefore(since);
    }

    private static List<CharterKnown> charters(ViewPage<RoutingState> page) {
        return page.cases().stream()
                .map(CaseView::state)
                .filter(CharterKnown.class::isInstance)
                .map(CharterKnown.class::cast)
                .toList();
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
