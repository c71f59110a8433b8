package io.redress.chassis.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Keeps streams of server-sent events within bounds: so many at one time, each with a sign of life where nothing happens.
 * Whoever takes nothing for {@value #MOST_MISSED} heartbeats is cut off and makes room for others.
 */
public final class LiveStreams implements AutoCloseable {
    static final int MOST_MISSED = 4;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final String what;
    private final Duration heartbeatEvery;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final Sinks.Empty<Void> stopping = Sinks.empty();

    /**
     * @param what is streamed, as part of a sentence, such as "journeys"
     * @param gauge name of the meter that shows how many are open
     * @param heartbeatEvery a sign of life where nothing happens
     * @param most streams at one time
     */
    public LiveStreams(String what, String gauge, Duration heartbeatEvery, int most, MeterRegistry registry) {
        this.what = what;
        this.heartbeatEvery = heartbeatEvery;
        this.most = most;
        registry.gauge(gauge, open);
    }

    /**
     * A stream that lasts until its events end, the client leaves or is cut off, or the service stops. Begins with a
     * heartbeat, so that a client knows that it is connected before anything happens. Refused with 503 and
     * {@code Retry-After} where there are too many already.
     *
     * @param events taken as the client takes them; they hold no more than they must
     * @param cutOff the last event for a client who takes nothing
     */
    public <T> Flux<ServerSentEvent<T>> open(Supplier<Flux<ServerSentEvent<T>>> events, ServerSentEvent<T> cutOff) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > most) {
                open.decrementAndGet();
                return Flux.error(Refusal.unavailable("Too many follow " + what + " at the moment.", RETRY_AFTER));
            }
            Sinks.Empty<Void> ended = Sinks.empty();
            Sinks.Empty<Void> stalled = Sinks.empty();
            AtomicBoolean cut = new AtomicBoolean();
            AtomicInteger missed = new AtomicInteger();
            Flux<ServerSentEvent<T>> all = Flux.<ServerSentEvent<T>>merge(
                            1,
                            this.<T>heartbeats(missed, stalled).takeUntilOther(ended.asMono()),
                            Flux.defer(events).doFinally(_ -> ended.tryEmitEmpty()))
                    .doOnNext(_ -> missed.set(0))
                    .takeUntilOther(stalled.asMono().doOnTerminate(() -> cut.set(true)))
                    .doFinally(_ -> open.decrementAndGet());
            return all.concatWith(Mono.defer(() -> cut.get() ? Mono.just(cutOff) : Mono.empty()))
                    .takeUntilOther(stopping.asMono());
        });
    }

    private <T> Flux<ServerSentEvent<T>> heartbeats(AtomicInteger missed, Sinks.Empty<Void> stalled) {
        return Flux.interval(Duration.ZERO, heartbeatEvery)
                .onBackpressureDrop(_ -> {
                    if (missed.incrementAndGet() >= MOST_MISSED) {
                        stalled.tryEmitEmpty();
                    }
                })
                .map(_ -> ServerSentEvent.<T>builder().comment("heartbeat").build());
    }

    /** Ends all streams; else they would hold up the stopping of a server until its patience ends. */
    @Override
    public void close() {
        stopping.tryEmitEmpty();
    }
}
