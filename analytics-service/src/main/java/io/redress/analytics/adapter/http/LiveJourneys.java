package io.redress.analytics.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.LogEntry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Streams journeys while they happen. A change only says that there is something to read: what is sent is read from the
 * log by number, so nothing is sent twice or missed, and a slow client delays nobody.
 */
public final class LiveJourneys {
    private static final int PAGE = 100;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z0-9.-]+)\"");

    private final CaseLanes<?, ?, ?> lanes;
    private final Duration heartbeatEvery;
    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final Sinks.Empty<Void> stopping = Sinks.empty();

    /**
     * @param heartbeatEvery a sign of life where nothing happens
     * @param most streams at one time
     */
    public LiveJourneys(CaseLanes<?, ?, ?> lanes, Duration heartbeatEvery, int most, MeterRegistry registry) {
        this.lanes = lanes;
        this.heartbeatEvery = heartbeatEvery;
        this.most = most;
        registry.gauge("redress_live_journeys", open);
    }

    /**
     * Everything from entry {@code from} on, and then whatever happens, until the client leaves or the service stops.
     * Refused with 503 where too many follow journeys already.
     *
     * @param shown what the client may see of an entry
     */
    Flux<ServerSentEvent<String>> follow(String caseId, long from, Shown shown) {
        return Flux.defer(() -> {
            if (open.incrementAndGet() > most) {
                open.decrementAndGet();
                return Flux.error(Refusal.unavailable("Too many follow journeys at the moment.", RETRY_AFTER));
            }
            return Flux.merge(heartbeats(), entries(caseId, from).map(entry -> event(entry, shown)))
                    .takeUntilOther(stopping.asMono())
                    .doFinally(_ -> open.decrementAndGet());
        });
    }

    /** What a client may see of an entry, as JSON. */
    interface Shown {
        byte[] of(LogEntry entry);
    }

    /** The first at once, so that a client knows that it is connected before anything happens. */
    private Flux<ServerSentEvent<String>> heartbeats() {
        return Flux.interval(Duration.ZERO, heartbeatEvery)
                .onBackpressureDrop()
                .map(_ -> ServerSentEvent.<String>builder().comment("heartbeat").build());
    }

    private Flux<LogEntry> entries(String caseId, long from) {
        AtomicLong next = new AtomicLong(from);
        // Merged in this order: changes are listened to before the log is read for the first time. Many changes while
        // one reading goes on make one more reading. The thread that decides cases is left as soon as it has signalled.
        return Flux.merge(lanes.changes(caseId), Mono.just(Boolean.TRUE))
                .onBackpressureLatest()
                .publishOn(Schedulers.parallel(), 1)
                .concatMap(_ -> unread(caseId, next), 0);
    }

    private Flux<LogEntry> unread(String caseId, AtomicLong next) {
        return Mono.defer(() -> lanes.log(caseId, next.get(), PAGE))
                .doOnNext(page -> next.addAndGet(page.size()))
                .repeat()
                .takeUntil(page -> page.size() < PAGE)
                .concatMapIterable(page -> page, 1);
    }

    private static ServerSentEvent<String> event(LogEntry entry, Shown shown) {
        String json = new String(shown.of(entry), UTF_8);
        return ServerSentEvent.builder(json)
                .id(Long.toString(entry.number()))
                .event(type(json))
                .build();
    }

    private static String type(String json) {
        var found = TYPE.matcher(json);
        return found.find() ? found.group(1) : "message";
    }

    /** Live streams would else hold up the stopping of the server until its patience ends. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping.tryEmitEmpty();
    }
}
