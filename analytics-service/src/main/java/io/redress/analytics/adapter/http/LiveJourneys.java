package io.redress.analytics.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.http.LiveStreams;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.LogEntry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Streams journeys while they happen. A change only says that there is something to read: what is sent is read from the
 * log by number, so nothing is sent twice or missed, and a slow client delays nobody.
 */
public final class LiveJourneys {
    private static final int PAGE = 100;
    private static final ServerSentEvent<String> CUT_OFF = ServerSentEvent.builder(
                    "{\"reason\":\"Nothing was taken for too long. Connect again with the last id.\"}")
            .event("cut-off")
            .build();
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z0-9.-]+)\"");

    private final CaseLanes<?, ?, ?> lanes;
    private final LiveStreams streams;

    /**
     * @param heartbeatEvery a sign of life where nothing happens
     * @param most streams at one time
     */
    public LiveJourneys(CaseLanes<?, ?, ?> lanes, Duration heartbeatEvery, int most, MeterRegistry registry) {
        this.lanes = lanes;
        this.streams = new LiveStreams("journeys", "redress_live_journeys", heartbeatEvery, most, registry);
    }

    /**
     * Everything from entry {@code from} on, and then whatever happens, see {@link LiveStreams#open}.
     *
     * @param shown what the client may see of an entry
     */
    Flux<ServerSentEvent<String>> follow(String caseId, long from, Shown shown) {
        return streams.open(() -> entries(caseId, from).map(entry -> event(entry, shown)), CUT_OFF);
    }

    /** What a client may see of an entry, as JSON. */
    interface Shown {
        byte[] of(LogEntry entry);
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

    @EventListener(ContextClosedEvent.class)
    void stop() {
        streams.close();
    }
}
