package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.ProblemKnown;
import io.redress.routing.domain.knowledge.RecordedProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps {@link RememberedProblems} as the store has them, whichever instance has changed them: all open ones at the
 * start and again from time to time, and between that only what changed lately, which is a look at the head of an index.
 */
public final class WatchProblems implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchProblems.class);
    private static final int PAGE = 500;
    /** Mostly nothing has changed, and then the first of them says so. */
    private static final int HEAD = 5;

    private static final Duration START_PATIENCE = Duration.ofSeconds(20);
    /** Covers what a change needs from its decision to the store, and clocks that differ between instances. */
    private static final Duration LATE = Duration.ofSeconds(15);
    /** Finds what was later still. */
    private static final int LOOKS_UNTIL_ALL = 300;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final RememberedProblems remembered;
    private final InstantSource clock;
    private final Disposable looking;
    private long looks;
    private Instant lastLook = Instant.EPOCH;

    /**
     * Begins with all that are open, before the first complaint is heard.
     *
     * @param every how often to look; also how late a problem may be noticed that another instance has taken
     */
    public WatchProblems(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes,
            RememberedProblems remembered,
            InstantSource clock,
            Duration every) {
        this.lanes = lanes;
        this.remembered = remembered;
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
                    Mono<Void> done = looks % LOOKS_UNTIL_ALL == 0 ? all() : since(lastLook.minus(LATE));
                    return done.doOnSuccess(_ -> {
                        looks++;
                        lastLook = now;
                    });
                })
                .onErrorResume(failed -> {
                    LOG.warn("The known problems stay as they were and will be looked at again: {}", failed.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> all() {
        return read(KnowledgeEntries.BY_STATUS, KnowledgeEntries.OPEN, _ -> true)
                .doOnNext(remembered::replace)
                .then();
    }

    private Mono<Void> since(Instant from) {
        return read(
                        KnowledgeEntries.BY_CHANGE,
                        KnowledgeEntries.ALL,
                        it -> !it.changedAt().isBefore(from))
                .doOnNext(remembered::update)
                .then();
    }

    /** Pages of an index as long as the last of a page is wanted. */
    private Mono<List<RecordedProblem>> read(String index, String value, Predicate<RecordedProblem> wanted) {
        return page(index, value, "", index.equals(KnowledgeEntries.BY_CHANGE) ? HEAD : PAGE)
                .expand(page ->
                        page.next().isEmpty() || !problems(page).stream().allMatch(wanted)
                                ? Mono.empty()
                                : page(index, value, page.next(), PAGE))
                .collect(
                        () -> (List<RecordedProblem>) new ArrayList<RecordedProblem>(),
                        (all, page) -> problems(page).stream().filter(wanted).forEach(all::add));
    }

    private Mono<ViewPage<RoutingState>> page(String index, String value, String cursor, int limit) {
        return lanes.find(new IndexQuery(index, value, cursor, limit));
    }

    private static List<RecordedProblem> problems(ViewPage<RoutingState> page) {
        return page.cases().stream()
                .map(CaseView::state)
                .filter(ProblemKnown.class::isInstance)
                .map(state -> ((ProblemKnown) state).problem())
                .toList();
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
