package io.redress.chassis.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.redress.chassis.lanes.Outbox;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.PendingEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what the store holds as pending, and clears it there once the broker has it.
 *
 * <p>Normally events go out directly after their write. When the broker fails, the relay leaves them in the store and a
 * sweeper goes through it until all are out; only then is the direct way used again. Either way an event may be sent
 * twice, never not at all: consumers drop what they have had.
 */
public final class OutboxRelay implements Outbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** An event this old that nobody is sending was left behind by a crash or a lost race. */
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(10);
    /** Gathers acknowledgements, so that clearing costs one write for many. */
    private static final Duration GATHER = Duration.ofMillis(20);

    private final String service;
    private final CaseStore store;
    private final Producer<String, byte[]> producer;
    private final int maxPending;
    private final Duration sweepEvery;
    private final InstantSource clock;
    private final Set<PendingEvent.Key> flying = ConcurrentHashMap.newKeySet();
    private final AtomicInteger flyingCount = new AtomicInteger();
    private final AtomicInteger backlog = new AtomicInteger();
    private final LinkedBlockingQueue<PendingEvent.Key> acknowledged = new LinkedBlockingQueue<>();
    private final Thread clearing;
    private final Thread sweeping;
    private volatile boolean direct;
    private volatile boolean closed;

    /**
     * @param maxPending how many events may wait before {@link #hasRoom} says no
     * @param sweepEvery how often to look for events left behind
     */
    public OutboxRelay(
            String service,
            CaseStore store,
            Producer<String, byte[]> producer,
            int maxPending,
            Duration sweepEvery,
            InstantSource clock,
            MeterRegistry registry) {
        this.service = service;
        this.store = store;
        this.producer = producer;
        this.maxPending = maxPending;
        this.sweepEvery = sweepEvery;
        this.clock = clock;
        Tags tags = Tags.of("service", service);
        registry.gauge("redress_outbox_pending_events", tags, this, OutboxRelay::waiting);
        registry.gauge("redress_outbox_direct", tags, this, relay -> relay.direct ? 1 : 0);
        this.clearing =
                Thread.ofPlatform().daemon().name(service + "-outbox-clear").start(this::clear);
        this.sweeping =
                Thread.ofPlatform().daemon().name(service + "-outbox-sweep").start(this::sweep);
    }

    @Override
    public void publish(List<PendingEvent> events) {
        if (direct) {
            events.forEach(this::send);
        } else {
            backlog.addAndGet(events.size());
        }
    }

    @Override
    public boolean hasRoom() {
        return waiting() < maxPending;
    }

    private int waiting() {
        return flyingCount.get() + backlog.get();
    }

    private CompletableFuture<Void> send(PendingEvent event) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        PendingEvent.Key key = event.key();
        if (!flying.add(key)) {
            sent.complete(null);
            return sent;
        }
        flyingCount.incrementAndGet();
        try {
            producer.send(EventHeaders.record(event), (_, failure) -> {
                if (failure == null) {
                    acknowledged.add(key);
                    sent.complete(null);
                } else {
                    landed(key);
                    leftBehind(failure);
                    sent.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException failure) {
            landed(key);
            leftBehind(failure);
            sent.completeExceptionally(failure);
        }
        return sent;
    }

    private void landed(PendingEvent.Key key) {
        if (flying.remove(key)) {
            flyingCount.decrementAndGet();
        }
    }

    private void leftBehind(Exception failure) {
        if (direct) {
            backlog.incrementAndGet();
            direct = false;
            LOG.warn("Kafka does not take the events of {}; they wait in the store: {}", service, failure.toString());
        }
    }

    private void clear() {
        List<PendingEvent.Key> keys = new ArrayList<>();
        while (!closed || !acknowledged.isEmpty()) {
            try {
                if (keys.isEmpty()) {
                    PendingEvent.Key first = acknowledged.poll(200, TimeUnit.MILLISECONDS);
                    if (first == null) {
                        continue;
                    }
                    keys.add(first);
                    LockSupport.parkNanos(GATHER.toNanos());
                    acknowledged.drainTo(keys, CaseStore.MAX_BATCH - 1);
                }
                store.clear(keys).block(PATIENCE);
                keys.forEach(this::landed);
                keys.clear();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "Clearing {} published events of {} will be tried again: {}",
                        keys.size(),
                        service,
                        e.toString());
                if (closed) {
                    return;
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void sweep() {
        while (!closed) {
            try {
                if (direct) {
                    LockSupport.parkNanos(sweepEvery.toNanos());
                    pass(LEFT_BEHIND);
                } else if (pass(Duration.ZERO)) {
                    backlog.set(0);
                    direct = true;
                    // What was stored while the last pass ended, and before the direct way was open again.
                    pass(Duration.ZERO);
                } else {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                }
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("Looking for events of {} left behind will be tried again: {}", service, e.toString());
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Sends everything pending that is older than {@code age} and not on its way; false where the broker failed. */
    private boolean pass(Duration age) throws InterruptedException {
        String after = "";
        while (!closed) {
            List<PendingEvent> page =
                    store.pending(after, PAGE).blockOptional(PATIENCE).orElse(List.of());
            if (page.isEmpty()) {
                return true;
            }
            Instant before = clock.instant().minus(age);
            List<CompletableFuture<Void>> sent = page.stream()
                    .filter(event -> age.isZero() || event.time().isBefore(before))
                    .map(this::send)
                    .toList();
            try {
                CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                return false;
            }
            backlog.updateAndGet(n -> Math.max(0, n - sent.size()));
            after = page.getLast().caseId();
        }
        return false;
    }

    /** Sends what is on its way, clears what has arrived; the rest stays in the store for the next start. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(sweeping);
        try {
            producer.flush();
            clearing.join(PATIENCE);
            sweeping.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
