package io.redress.analytics.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.analytics.application.JourneyDefinition;
import io.redress.analytics.application.JourneyLine;
import io.redress.analytics.application.LearningMeters;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyDecider;
import io.redress.analytics.domain.JourneyEntry;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.Learned;
import io.redress.analytics.domain.LearningTerms;
import io.redress.analytics.domain.feedback.FeedbackPolicy;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Outbox;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.rocksdb.RocksDbCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbOptions;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class LiveJourneysTest {
    private static final String CASE = "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70";
    private static final int MOST = 2;
    private static final Duration RARELY = Duration.ofHours(1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private RocksDbResources resources;
    private RocksDbCaseStore store;
    private CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;
    private LiveJourneys live;

    @BeforeEach
    void open(@TempDir Path folder) {
        resources = RocksDbResources.standard();
        store = RocksDbCaseStore.open(folder, resources, new RocksDbOptions(false, Schedulers.boundedElastic()));
        JourneyDefinition definition = new JourneyDefinition(
                new JourneyDecider(
                        new LearningTerms(Duration.ofDays(10), Duration.ofDays(14)),
                        new FeedbackPolicy(Set.of(), Set.of())),
                new LearningMeters(registry));
        lanes = new CaseLanes<>(
                definition,
                Reactions.none(),
                store,
                new NobodyListens(),
                (event, code, reason) -> {},
                InstantSource.system(),
                registry,
                1);
        live = new LiveJourneys(lanes, RARELY, MOST, registry);
    }

    @AfterEach
    void close() {
        lanes.close();
        store.close();
        resources.close();
    }

    @Test
    void nothing_is_missed_or_repeated_while_much_happens() {
        record(1, 150);
        List<String> ids = new CopyOnWriteArrayList<>();
        Disposable client = ids(follow(1)).subscribe(ids::add);
        record(151, 700);

        await().untilAsserted(() -> assertThat(ids).hasSizeGreaterThanOrEqualTo(700));
        client.dispose();
        assertThat(ids)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 700).mapToObj(Long::toString).toList());
    }

    @Test
    void a_slow_client_gets_everything_in_its_own_time() {
        record(1, 10);
        List<String> ids = new CopyOnWriteArrayList<>();
        Disposable client =
                ids(follow(1)).limitRate(1).delayElements(Duration.ofMillis(2)).subscribe(ids::add);
        record(11, 300);

        await().untilAsserted(() -> assertThat(ids).hasSize(300).last().isEqualTo("300"));
        client.dispose();
    }

    @Test
    void no_more_than_a_declared_number_follow_and_who_leaves_makes_room() {
        Disposable first = follow(1).subscribe();
        Disposable second = follow(1).subscribe();

        List<Throwable> refusals = new CopyOnWriteArrayList<>();
        follow(1).subscribe(_ -> {}, refusals::add);
        assertThat(refusals).singleElement().isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(503);
            assertThat(refusal.headers()).containsKey("Retry-After");
        });

        first.dispose();
        List<ServerSentEvent<String>> third = new CopyOnWriteArrayList<>();
        Disposable again = follow(1).subscribe(third::add);
        await().untilAsserted(() -> assertThat(third).isNotEmpty());
        second.dispose();
        again.dispose();
        assertThat(registry.get("redress_live_journeys").gauge().value()).isZero();
        assertThat(registry.get("redress_watched_cases").gauge().value()).isZero();
    }

    @Test
    void all_end_when_the_service_stops() {
        List<String> ended = new CopyOnWriteArrayList<>();
        follow(1).subscribe(_ -> {}, _ -> {}, () -> ended.add("first"));

        live.stop();
        follow(1).subscribe(_ -> {}, _ -> {}, () -> ended.add("second"));

        await().untilAsserted(() -> assertThat(ended).containsExactlyInAnyOrder("first", "second"));
    }

    private Flux<ServerSentEvent<String>> follow(long from) {
        return live.follow(CASE, from, JourneyLine::shown);
    }

    private static Flux<String> ids(Flux<ServerSentEvent<String>> events) {
        return events.mapNotNull(ServerSentEvent::id);
    }

    private void record(long from, long to) {
        LongStream.rangeClosed(from, to).forEach(seq -> {
            JourneyEntry entry =
                    new JourneyEntry(Instant.EPOCH, "routing", "redress.some-event.v1", seq, "{}".getBytes(UTF_8));
            lanes.submit(Submission.of(CASE, new JourneyCommand.RecordEvent(entry, new Learned.Nothing())))
                    .subscribe();
        });
    }

    private static final class NobodyListens implements Outbox {
        @Override
        public void publish(List<PendingEvent> events) {}

        @Override
        public boolean hasRoom() {
            return true;
        }
    }
}
