package io.redress.routing.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.RecurringTask;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/**
 * Shows how many circles of waits there are. Counted in the index and not while cases change, so that it is right after a
 * restart and however many instances there are.
 */
public final class WaitMeters implements AutoCloseable {
    private static final int PAGE = 200;
    /** More need not be told apart. */
    private static final int MOST_PAGES = 50;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final AtomicLong cycles;
    private final RecurringTask counting;

    /** Begins at once. */
    public WaitMeters(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, MeterRegistry registry, Duration every) {
        this.lanes = lanes;
        this.cycles = registry.gauge("redress_wait_cycles", new AtomicLong());
        this.counting = RecurringTask.fromNow(
                every,
                "Circles of waits could not be counted and stay as they were",
                () -> count().doOnNext(cycles::set));
    }

    private Mono<Long> count() {
        return find("").expand(page -> page.next().isEmpty() ? Mono.empty() : find(page.next()))
                .take(MOST_PAGES)
                .flatMapIterable(ViewPage::cases)
                .map(view -> (long) RoutingState.waiting(view.state()).circles().size())
                .reduce(0L, Long::sum);
    }

    private Mono<ViewPage<RoutingState>> find(String cursor) {
        return lanes.find(new IndexQuery(RoutingDefinition.BY_WAIT_CYCLE, RoutingDefinition.FOUND, cursor, PAGE));
    }

    @Override
    public void close() {
        counting.close();
    }
}
