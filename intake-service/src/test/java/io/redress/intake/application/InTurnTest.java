package io.redress.intake.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class InTurnTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final InTurn turns = new InTurn();

    @Test
    void what_has_the_same_name_is_done_one_after_the_other_and_leaves_nothing_behind() {
        AtomicInteger inside = new AtomicInteger();
        List<Integer> most = new CopyOnWriteArrayList<>();

        Flux.range(0, 200)
                .flatMap(
                        _ -> turns.doing(
                                "a",
                                () -> Mono.fromCallable(() -> most.add(inside.incrementAndGet()))
                                        .delayElement(Duration.ofMillis(1))
                                        .doOnNext(_ -> inside.decrementAndGet())),
                        200)
                .blockLast(PATIENCE);

        assertThat(most).hasSize(200).containsOnly(1);
        // Whoever was last leaves after the answer is out.
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(turns.size()).isZero());
    }

    @Test
    void a_failure_and_who_gives_up_waiting_do_not_stop_the_others() {
        Sinks.One<String> first = Sinks.one();
        var waiting = turns.doing("a", first::asMono).toFuture();
        var impatient = turns.doing("a", () -> Mono.just("never")).subscribe();
        var failing = turns.doing("a", () -> Mono.<String>error(new IllegalStateException("no")))
                .toFuture();
        var last = turns.doing("a", () -> Mono.just("last")).toFuture();
        impatient.dispose();

        assertThat(last).isNotDone();
        first.tryEmitValue("first");

        assertThat(waiting).succeedsWithin(PATIENCE).isEqualTo("first");
        assertThat(failing).failsWithin(PATIENCE);
        assertThat(last).succeedsWithin(PATIENCE).isEqualTo("last");
    }

    @Test
    void many_who_wait_do_not_deepen_the_stack() {
        Sinks.One<Integer> first = Sinks.one();
        var all = Flux.fromIterable(IntStream.range(0, 20_000).boxed().toList())
                .flatMap(n -> turns.doing("a", () -> n == 0 ? first.asMono() : Mono.just(n)), 20_000)
                .count()
                .toFuture();
        first.tryEmitValue(0);

        assertThat(all).succeedsWithin(PATIENCE).isEqualTo(20_000L);
    }
}
