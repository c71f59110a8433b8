package io.redress.routing.application;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Looks again and again what has come, what may be an incident, who belongs to one, and whether there is a crisis. */
public final class WatchForIncidents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchForIncidents.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CrisisNow crisis;
    private final ProposeIncidents proposing;
    private final LiveIncidents live;
    private final JoinIncidents joining;
    private final Duration every;
    private final Thread thread;
    private volatile boolean closed;

    public WatchForIncidents(
            CrisisNow crisis, ProposeIncidents proposing, LiveIncidents live, JoinIncidents joining, Duration every) {
        this.crisis = crisis;
        this.proposing = proposing;
        this.live = live;
        this.joining = joining;
        this.every = every;
        this.thread = Thread.ofPlatform().daemon().name("routing-incidents").start(this::run);
    }

    private void run() {
        while (!closed) {
            // One that fails must not keep the others from their step.
            attempt("the crisis", crisis.refresh());
            attempt("bursts", Mono.defer(proposing::step));
            attempt("live incidents", Mono.defer(live::refresh));
            attempt("members", Mono.defer(joining::step));
            LockSupport.parkNanos(every.toNanos());
        }
    }

    private void attempt(String what, Mono<Void> step) {
        try {
            if (!closed) {
                step.block(PATIENCE);
            }
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("Looking for {} will be tried again: {}", what, e.toString());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
