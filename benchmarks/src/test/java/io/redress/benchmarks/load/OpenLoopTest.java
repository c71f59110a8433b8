package io.redress.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final long MILLI = 1_000_000;
    private static final long START = 7_000 * MILLI;

    @Test
    void arrivals_are_spread_evenly_over_the_second() {
        ArrivalSchedule schedule = new ArrivalSchedule(150);
        assertThat(schedule.due(0)).isZero();
        assertThat(schedule.due(75)).isEqualTo(500 * MILLI);
        assertThat(schedule.due(150)).isEqualTo(1_000 * MILLI);
    }

    @Test
    void counting_and_due_times_agree_at_any_rate_and_instant() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            ArrivalSchedule schedule = new ArrivalSchedule(0.1 + random.nextDouble() * 5_000);
            long elapsed = random.nextLong(100_000 * MILLI);
            long count = schedule.countBy(elapsed);
            assertThat(schedule.due(count - 1)).as("seed %d", seed).isLessThanOrEqualTo(elapsed);
            assertThat(schedule.due(count)).as("seed %d", seed).isGreaterThan(elapsed);
        }
    }

    @Test
    void nothing_is_due_before_the_start() {
        assertThat(new ArrivalSchedule(1_000).countBy(-1)).isZero();
    }

    @Test
    void a_rate_that_is_none_is_refused() {
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new ArrivalSchedule(rate)).hasMessageContaining("above 0");
        }
    }

    @Test
    void what_was_due_while_the_generator_slept_keeps_its_due_time() {
        OpenLoop loop = loop(10, 100);
        List<Long> due = new ArrayList<>();
        loop.release(START, due::add);
        loop.release(START + 450 * MILLI, due::add);
        assertThat(due)
                .containsExactly(
                        START, START + 100 * MILLI, START + 200 * MILLI, START + 300 * MILLI, START + 400 * MILLI);
        assertThat(loop.nextDue()).isEqualTo(START + 500 * MILLI);
    }

    @Test
    void a_slow_system_does_not_slow_the_arrivals_down() {
        OpenLoop loop = loop(1_000, Integer.MAX_VALUE);
        List<Long> due = new ArrayList<>();
        for (long now = START; now < START + 1_000 * MILLI; now += MILLI) {
            loop.release(now, due::add);
        }
        assertThat(due).hasSize(1_000);
        assertThat(loop.inFlight()).isEqualTo(1_000);
    }

    @Test
    void beyond_the_bound_arrivals_are_shed_and_counted() {
        OpenLoop loop = loop(10, 2);
        List<Long> due = new ArrayList<>();
        loop.release(START + 400 * MILLI, due::add);
        assertThat(due).hasSize(2);
        assertThat(loop.shed()).isEqualTo(3);
        loop.finished();
        loop.release(START + 500 * MILLI, due::add);
        assertThat(due).last().isEqualTo(START + 500 * MILLI);
        assertThat(loop.inFlight()).isEqualTo(2);
    }

    @Test
    void latency_counts_from_when_a_call_was_due_and_only_inside_the_window() {
        Measurements measurements = new Measurements(new Window(START, START + 1_000 * MILLI));
        measurements.took("call", START, START + 250 * MILLI);
        measurements.took("call", START - 1, START + 250 * MILLI);
        measurements.took("call", START + 1_000 * MILLI, START + 1_250 * MILLI);
        assertThat(measurements.latencies()).hasEntrySatisfying("call", latency -> {
            assertThat(latency.getTotalCount()).isEqualTo(1);
            assertThat(latency.getMaxValue()).isBetween(249_000L, 251_000L);
        });
    }

    @Test
    void errors_outside_the_window_are_kept_apart() {
        Measurements measurements = new Measurements(new Window(START, START + 1));
        measurements.failed("refused", "first", START);
        measurements.failed("refused", "second", START - 1);
        assertThat(measurements.errors()).containsEntry("refused", 1L);
        assertThat(measurements.errorsOutside()).containsEntry("refused", 1L);
        assertThat(measurements.examples()).containsEntry("refused", "first");
        assertThat(measurements.errorCount()).isEqualTo(2);
    }

    private static OpenLoop loop(double rate, int mostInFlight) {
        return new OpenLoop(new ArrivalSchedule(rate), START, mostInFlight);
    }
}
