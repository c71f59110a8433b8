package io.redress.chassis.time;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Time limits for what happens thousands of times a second and nearly never runs into them. Reactor's own timers wake a
 * thread whenever one is set, which under load costs more than the request they guard; a hashed wheel only notes it, and
 * is late by up to {@value #TICK_MILLIS} milliseconds.
 */
public final class TimeLimits {
    static final long TICK_MILLIS = 50;

    private static final Scheduler WHEEL = new Wheel();

    private TimeLimits() {}

    /** Fails with {@link TimeoutException} where {@code asked} has not ended within {@code limit}. */
    public static <T> Mono<T> within(Duration limit, Mono<T> asked) {
        return asked.timeout(limit, WHEEL);
    }

    /** Goes on with {@code instead} where {@code asked} has not ended within {@code limit}. */
    public static <T> Mono<T> within(Duration limit, Mono<T> asked, Mono<T> instead) {
        return asked.timeout(limit, instead, WHEEL);
    }

    /** Serves delays only, which is all that a time limit needs. */
    private static final class Wheel implements Scheduler {
        private final HashedWheelTimer timer = new HashedWheelTimer(
                new DefaultThreadFactory("time-limits", true), TICK_MILLIS, TimeUnit.MILLISECONDS, 512, false);

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            Timeout timeout = timer.newTimeout(_ -> task.run(), delay, unit);
            return timeout::cancel;
        }

        @Override
        public Disposable schedule(Runnable task) {
            return schedule(task, 0, TimeUnit.MILLISECONDS);
        }

        @Override
        public Worker createWorker() {
            throw new UnsupportedOperationException("Expected time limits only, which need no worker");
        }
    }
}
