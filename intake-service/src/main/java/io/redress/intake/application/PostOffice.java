package io.redress.intake.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.PendingEvent;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.MessageSettled;
import io.redress.contracts.EventTypes;
import io.redress.intake.domain.Delivery;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Correspondence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Brings composed messages on their way. What is due stands in an index of the store, so nothing is lost with the
 * process; a message that was just composed wakes it, and it looks by itself now and then. It goes round in rounds, never
 * two at a time: a round starts what is due and does not wait for its arrival.
 */
public final class PostOffice implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    /** What there may be something to carry after. */
    private static final Set<String> WAKING =
            Set.of(EventTypes.wireName(CustomerMessageComposed.class), EventTypes.wireName(MessageSettled.class));

    private static final int PAGE = 200;
    /** More than this the next round sees. */
    private static final int PAGES = 3;
    /** Gathers what is composed at about the same time, so that one look, one write and one flush serve many. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final Postman postman;
    private final PostMetrics metrics;
    private final InstantSource clock;
    private final Scheduler thread = Schedulers.newSingle("post-office", true);
    private final AtomicInteger wanted = new AtomicInteger();
    private final Disposable ticking;
    /** Whether the last round found more than the carriers could take: then it is no use to look for yet more. */
    private volatile boolean crowded;

    private volatile boolean closed;

    /**
     * @param lookEvery how often to look without being woken
     * @param claimsAll whether another process may work on the same store, so that each message is claimed first
     */
    public PostOffice(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes,
            CarrierChoice carriers,
            InstantSource clock,
            Duration lookEvery,
            boolean claimsAll,
            MeterRegistry registry) {
        this.lanes = lanes;
        this.clock = clock;
        this.metrics = new PostMetrics(lanes, clock, registry);
        this.postman = new Postman(lanes, carriers, claimsAll, metrics, this::wake);
        lanes.whenDecided(this::heard);
        this.ticking = Flux.interval(Duration.ZERO, lookEvery, thread)
                .onBackpressureDrop()
                .subscribe(_ -> wake());
    }

    private void heard(List<PendingEvent> events) {
        if (!crowded && events.stream().anyMatch(event -> WAKING.contains(event.type()))) {
            wake();
        }
    }

    private void wake() {
        if (!closed && wanted.getAndIncrement() == 0) {
            round();
        }
    }

    private void round() {
        int answered = wanted.get();
        Mono.delay(GATHER, thread)
                .then(Mono.defer(() -> look(clock.instant())))
                .then(metrics.look())
                .onErrorResume(failure -> {
                    LOG.warn("Looking for messages to send will be tried again: {}", failure.toString());
                    return Mono.delay(AFTER_FAILURE, thread).then();
                })
                .publishOn(thread)
                .subscribe(_ -> {}, _ -> {}, () -> {
                    if (wanted.addAndGet(-answered) != 0 && !closed) {
                        round();
                    }
                });
    }

    /** One entry first: most of the time nothing is due, and later messages need not be read to learn that. */
    private Mono<Void> look(Instant now) {
        crowded = false;
        postman.forgetArrived();
        return lanes.find(DueMessages.due("", 1))
                .flatMap(head ->
                        head.cases().stream().anyMatch(view -> due(view, now).isPresent())
                                ? page("", PAGES, now)
                                : Mono.empty());
    }

    private Mono<Void> page(String cursor, int pages, Instant now) {
        return lanes.find(DueMessages.due(cursor, PAGE)).flatMap(page -> {
            int due = 0;
            for (CaseView<IntakeState> view : page.cases()) {
                Optional<Delivery> first = due(view, now);
                if (first.isPresent() && view.state() instanceof Correspondence known) {
                    due++;
                    crowded |= !postman.deliver(view.id(), Letter.of(known, first.get()), first.get());
                }
            }
            boolean more = due > 0 && pages > 1 && !page.next().isEmpty() && !closed;
            return more ? page(page.next(), pages - 1, now) : Mono.empty();
        });
    }

    /** The case may have moved on since its entry was read. */
    private static Optional<Delivery> due(CaseView<IntakeState> view, Instant now) {
        return view.state() instanceof Correspondence known
                ? known.deliveries().first().filter(delivery -> !delivery.next().isAfter(now))
                : Optional.empty();
    }

    /** Begins nothing more and gives what is on its way a moment to arrive; the rest is taken up at the next start. */
    @Override
    public void close() {
        closed = true;
        ticking.dispose();
        long end = System.nanoTime() + LONGEST_STOP.toNanos();
        while (postman.busy() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        postman.close();
        thread.dispose();
    }
}
