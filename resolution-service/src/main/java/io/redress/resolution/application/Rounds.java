package io.redress.resolution.application;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Does a piece of work again and again, never two at a time. What is to be done stands in an index of the store, so
 * nothing is lost with the process: the next round finds it.
 */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Disposable going;

    /**
     * @param what for the log
     * @param round says whether there was so much to do that another round follows at once
     */
    Rounds(String what, Duration every, Supplier<Mono<Boolean>> round) {
        this.going = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(_ -> asLongAsThereIsMore(what, round), 1)
                .subscribe();
    }

    private static Mono<Void> asLongAsThereIsMore(String what, Supplier<Mono<Boolean>> round) {
        return Mono.defer(round).repeat().takeUntil(more -> !more).then().onErrorResume(failure -> {
            LOG.warn("{} will go on later: {}", what, failure.toString());
            return Mono.empty();
        });
    }

    @Override
    public void close() {
        going.dispose();
    }
}
