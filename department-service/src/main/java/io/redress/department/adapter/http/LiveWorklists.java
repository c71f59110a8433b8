package io.redress.department.adapter.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.http.LiveStreams;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.department.application.FollowedWorklist;
import io.redress.department.application.Worklist;
import io.redress.department.application.Worklist.Part;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Streams worklists while they change. A decision in this process only says that there may be something to see, and every
 * few seconds that is taken for granted, because other instances decide as well; what is told follows from reading the
 * page again. All who look at the same page share one reading of it.
 */
final class LiveWorklists {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWorklists.class);
    /** However much is decided, a page is not read more often. */
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** Whoever connects again within this time hears what it has missed. */
    private static final Duration LINGER = Duration.ofSeconds(30);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final ServerSentEvent<Object> NOTHING_TAKEN =
            WorklistReader.cutOff("Nothing was taken for too long");

    private final Worklist worklist;
    private final LiveTerms terms;
    private final LiveStreams streams;
    private final Sinks.Many<Boolean> decided = Sinks.many().multicast().directBestEffort();
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private final Map<Looked, Flux<FollowedWorklist>> followed = new ConcurrentHashMap<>();

    private record Looked(Worklist.Wanted wanted, int limit) {}

    LiveWorklists(Worklist worklist, CaseLanes<?, ?, ?> lanes, LiveTerms terms, MeterRegistry registry) {
        this.worklist = worklist;
        this.terms = terms;
        this.streams = new LiveStreams(
                "worklists", "redress_live_worklists", terms.heartbeatEvery(), terms.mostStreams(), registry);
        lanes.whenDecided(_ -> decided.tryEmitNext(Boolean.TRUE));
    }

    /**
     * The first page and then what changes on it, see {@link LiveStreams#open}. Whoever reads so slowly that more has changed
     * than {@value FollowedWorklist#MOST_CHANGES} entries is cut off.
     *
     * @param lastEventId the last that the client has; empty for none
     */
    Flux<ServerSentEvent<Object>> follow(Worklist.Wanted wanted, int limit, String lastEventId) {
        Looked looked = new Looked(wanted, limit);
        return Flux.defer(() -> hasRoomFor(looked)
                ? streams.open(() -> events(looked, lastEventId), NOTHING_TAKEN)
                : Flux.error(
                        Refusal.unavailable("Too many different worklists are followed at the moment.", RETRY_AFTER)));
    }

    /** Each page that somebody has looked at lately is read again and again. */
    private boolean hasRoomFor(Looked looked) {
        return followed.containsKey(looked) || followed.size() < terms.mostPages();
    }

    private Flux<ServerSentEvent<Object>> events(Looked looked, String lastEventId) {
        WorklistReader reader = new WorklistReader(lastEventId);
        return followed.computeIfAbsent(looked, this::begin)
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel(), 1)
                .concatMapIterable(reader::unheard, 1)
                .takeUntil(event -> WorklistReader.CUT_OFF.equals(event.event()));
    }

    private Flux<FollowedWorklist> begin(Looked looked) {
        return Flux.defer(() -> {
                    AtomicReference<@Nullable FollowedWorklist> last = new AtomicReference<>();
                    String run = Long.toHexString(ThreadLocalRandom.current().nextLong());
                    return pages(looked)
                            .map(page -> Objects.requireNonNull(last.updateAndGet(
                                    it -> it == null ? FollowedWorklist.begin(run, page) : it.next(page))));
                })
                .doFinally(_ -> followed.remove(looked))
                .replay(1)
                .refCount(1, LINGER);
    }

    private Flux<Part> pages(Looked looked) {
        return Flux.merge(decided.asFlux(), Flux.interval(Duration.ZERO, terms.lookEvery()))
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel(), 1)
                .concatMap(_ -> read(looked), 0)
                .takeUntilOther(stopping.asMono());
    }

    private Flux<Part> read(Looked looked) {
        return worklist.page(looked.wanted(), "", looked.limit())
                .onErrorResume(failure -> {
                    LOG.warn("A live worklist stays as it was and will be read again: {}", failure.toString());
                    return Mono.empty();
                })
                .concatWith(Mono.delay(PAUSE).then(Mono.empty()));
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        streams.close();
        stopping.tryEmitEmpty();
    }
}
