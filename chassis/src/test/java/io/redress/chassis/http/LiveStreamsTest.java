package io.redress.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.http.codec.ServerSentEvent;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

class LiveStreamsTest {
    private static final ServerSentEvent<String> CUT_OFF =
            ServerSentEvent.builder("{}").event("cut-off").build();
    private static final int MOST = 2;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void a_stream_begins_with_a_sign_of_life_and_ends_with_its_events() {
        List<ServerSentEvent<String>> seen = streams(Duration.ofHours(1))
                .open(() -> Flux.just(event("a"), event("b")), CUT_OFF)
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(seen).extracting(ServerSentEvent::data).contains("a", "b");
        assertThat(seen).extracting(ServerSentEvent::event).doesNotContain("cut-off");
        assertThat(open()).isZero();
    }

    @Test
    void no_more_than_a_declared_number_are_open_and_who_leaves_makes_room() {
        LiveStreams streams = streams(Duration.ofHours(1));
        Disposable first =
                streams.open(Flux::<ServerSentEvent<String>>never, CUT_OFF).subscribe();
        streams.open(Flux::<ServerSentEvent<String>>never, CUT_OFF).subscribe();
        List<Throwable> refused = new CopyOnWriteArrayList<>();
        streams.open(Flux::<ServerSentEvent<String>>never, CUT_OFF).subscribe(_ -> {}, refused::add);
        assertThat(refused)
                .singleElement()
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.getMessage()).contains("things"));

        first.dispose();
        assertThat(open()).isEqualTo(1);
        streams.close();
        assertThat(open()).isZero();
    }

    @Test
    void whoever_takes_nothing_is_cut_off_makes_room_and_is_told_so_last() {
        Reader reader = new Reader();
        streams(Duration.ofMillis(5))
                .open(() -> Flux.range(0, 1_000_000).map(i -> event("e" + i)), CUT_OFF)
                .subscribe(reader);
        reader.request(1);
        await().untilAsserted(() -> assertThat(open()).isZero());

        reader.request(Long.MAX_VALUE);
        await().untilAsserted(() -> assertThat(reader.seen).contains("complete"));
        assertThat(reader.seen).hasSizeLessThan(20).endsWith("cut-off", "complete");
    }

    private LiveStreams streams(Duration heartbeatEvery) {
        return new LiveStreams("things", "redress_live_things", heartbeatEvery, MOST, registry);
    }

    private static ServerSentEvent<String> event(String data) {
        return ServerSentEvent.builder(data).build();
    }

    private double open() {
        return registry.get("redress_live_things").gauge().value();
    }

    private static final class Reader extends BaseSubscriber<ServerSentEvent<String>> {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        @Override
        protected void hookOnNext(ServerSentEvent<String> value) {
            seen.add(value.event() == null ? "event" : Objects.requireNonNull(value.event()));
        }

        @Override
        protected void hookOnComplete() {
            seen.add("complete");
        }
    }
}
