package io.redress.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class RecurringTaskTest {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final List<Integer> begun = new ArrayList<>();

    @AfterEach
    void end() {
        time.dispose();
    }

    @Test
    void work_is_done_again_and_again_until_the_end() {
        RecurringTask task = task(Duration.ZERO, () -> Mono.fromRunnable(this::begin));
        time.advanceTime();
        assertThat(begun).hasSize(1);
        time.advanceTimeBy(EVERY.multipliedBy(3));
        assertThat(begun).hasSize(4);

        task.close();
        time.advanceTimeBy(EVERY.multipliedBy(3));
        assertThat(begun).hasSize(4);
    }

    @Test
    void what_would_begin_while_work_goes_on_is_left_out_and_not_made_up_for() {
        Sinks.Empty<Void> first = Sinks.empty();
        try (RecurringTask _ = task(EVERY, () -> {
            begin();
            return begun.size() == 1 ? first.asMono() : Mono.empty();
        })) {
            time.advanceTimeBy(EVERY.multipliedBy(10));
            assertThat(begun).hasSize(1);

            first.tryEmitEmpty();
            time.advanceTimeBy(EVERY);
            assertThat(begun.size()).isBetween(2, 3);
        }
    }

    @Test
    void a_failure_keeps_nothing_from_the_next_time() {
        try (RecurringTask _ = task(EVERY, () -> {
            begin();
            if (begun.size() == 1) {
                throw new IllegalStateException("Expected a store, but there is none");
            }
            return begun.size() == 2 ? Mono.error(new IllegalStateException("still none")) : Mono.empty();
        })) {
            time.advanceTimeBy(EVERY.multipliedBy(3));
            assertThat(begun).hasSize(3);
        }
    }

    @Test
    void what_goes_on_at_the_end_is_broken_off() {
        List<String> left = new ArrayList<>();
        RecurringTask task = task(Duration.ZERO, () -> Mono.never().doOnCancel(() -> left.add("broken off")));
        time.advanceTime();

        task.close();
        assertThat(left).containsExactly("broken off");
    }

    private RecurringTask task(Duration first, Supplier<Mono<?>> work) {
        return new RecurringTask(first, EVERY, "It is done later", work, time);
    }

    private void begin() {
        begun.add(begun.size());
    }
}
