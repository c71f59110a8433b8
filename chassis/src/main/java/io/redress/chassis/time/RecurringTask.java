package io.redress.chassis.time;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Does the same piece of work again and again, never two at a time: whatever would begin while one goes on is left out. A
 * failure is one sentence in the log, and the next time comes as ever. The work bounds itself, and what it leaves it
 * finds the next time.
 */
public final class RecurringTask implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecurringTask.class);

    private final Disposable running;

    RecurringTask(
            Duration first, Duration every, String otherwise, Supplier<? extends Mono<?>> work, Scheduler scheduler) {
        running = Flux.interval(first, every, scheduler)
                .onBackpressureDrop()
                .concatMap(_ -> once(otherwise, work), 1)
                .subscribe();
    }

    /**
     * The first time at once.
     *
     * @param every from one beginning to the next
     * @param otherwise what a failure means, as the beginning of a sentence such as "Requests will be sent as mail later"
     * @param work what it gives is not looked at
     */
    public static RecurringTask fromNow(Duration every, String otherwise, Supplier<? extends Mono<?>> work) {
        return new RecurringTask(Duration.ZERO, every, otherwise, work, Schedulers.parallel());
    }

    /** The first time once {@code every} has passed; else as {@link #fromNow}. */
    public static RecurringTask fromLater(Duration every, String otherwise, Supplier<? extends Mono<?>> work) {
        return new RecurringTask(every, every, otherwise, work, Schedulers.parallel());
    }

    private static Mono<Void> once(String otherwise, Supplier<? extends Mono<?>> work) {
        return Mono.defer(() -> work.get().then()).onErrorResume(failure -> {
            LOG.warn("{}: {}", otherwise, failure.toString());
            return Mono.empty();
        });
    }

    /** Begins nothing more, and breaks off what goes on. */
    @Override
    public void close() {
        running.dispose();
    }
}
