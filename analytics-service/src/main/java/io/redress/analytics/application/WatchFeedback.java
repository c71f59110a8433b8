package io.redress.analytics.application;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has new feedback counted, again and again. */
public final class WatchFeedback implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WatchFeedback.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountFeedback counting;
    private final Duration every;
    private final Thread thread;
    private volatile boolean closed;

    public WatchFeedback(CountFeedback counting, Duration every) {
        this.counting = counting;
        this.every = every;
        this.thread = Thread.ofPlatform().daemon().name("analytics-feedback").start(this::run);
    }

    private void run() {
        while (!closed) {
            if (!hasMore()) {
                LockSupport.parkNanos(every.toNanos());
            }
        }
    }

    private boolean hasMore() {
        try {
            return Boolean.TRUE.equals(counting.step().block(PATIENCE));
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("Counting feedback will be tried again: {}", e.toString());
            }
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
