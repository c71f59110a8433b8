package io.redress.chassis.time;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.CaseStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

/**
 * Gives each case its deadline command when the time has come. What came due while nobody was running is given at the
 * start; giving it twice is harmless, because the rules look at the time themselves.
 */
public final class DeadlineWatch<C> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final int BATCH = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String service;
    private final CaseDefinition<?, C, ?> definition;
    private final CaseStore store;
    private final CaseLanes<?, C, ?> lanes;
    private final InstantSource clock;
    private final Duration every;
    private final Counter fired;
    private final Thread thread;
    private volatile boolean closed;

    /** @param every how often to look; also how late a deadline may be noticed */
    public DeadlineWatch(
            CaseDefinition<?, C, ?> definition,
            CaseStore store,
            CaseLanes<?, C, ?> lanes,
            InstantSource clock,
            Duration every,
            MeterRegistry registry) {
        this.service = definition.service();
        this.definition = definition;
        this.store = store;
        this.lanes = lanes;
        this.clock = clock;
        this.every = every;
        this.fired = Counter.builder("redress_deadlines_fired_total")
                .tag("service", service)
                .register(registry);
        this.thread = Thread.ofPlatform().daemon().name(service + "-deadlines").start(this::run);
    }

    private void run() {
        while (!closed) {
            try {
                if (fireDue() < BATCH) {
                    LockSupport.parkNanos(every.toNanos());
                }
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("Looking for deadlines of {} will be tried again: {}", service, e.toString());
                    LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                }
            }
        }
    }

    private int fireDue() {
        List<String> due =
                store.due(clock.instant(), BATCH).blockOptional(PATIENCE).orElse(List.of());
        definition.onDeadline().ifPresent(command -> {
            Flux.fromIterable(due)
                    .flatMap(caseId -> lanes.submit(Submission.of(caseId, command)))
                    .blockLast(PATIENCE);
            fired.increment(due.size());
        });
        return due.size();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
