package io.redress.benchmarks.burst;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoiningTest {
    private static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void who_is_missing_and_who_does_not_belong_there_is_counted() {
        Joining joining = Joining.of(Map.of("a", at(0), "b", at(1), "c", at(2)), Map.of("b", at(3), "x", at(3)), START);
        assertThat(joining.lost()).isEqualTo(2);
        assertThat(joining.strangers()).isEqualTo(1);
    }

    @Test
    void the_time_to_catch_up_runs_from_the_last_complaint_to_the_last_member() {
        Joining joining = Joining.of(Map.of("a", at(0), "b", at(10)), Map.of("a", at(14), "b", at(12)), START);
        assertThat(joining.afterLast()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void only_those_who_came_after_the_opening_say_how_long_joining_takes() {
        Joining joining = Joining.of(
                Map.of("early", at(0), "late", at(10), "lost", at(11)), Map.of("early", at(9), "late", at(12)), at(5));
        assertThat(joining.latency().getTotalCount()).isEqualTo(1);
        assertThat(joining.latency().getMaxValue()).isBetween(1_990L, 2_010L);
    }

    @Test
    void nobody_at_all_is_nobody_missing() {
        Joining joining = Joining.of(Map.of(), Map.of(), Instant.MAX);
        assertThat(joining.lost()).isZero();
        assertThat(joining.strangers()).isZero();
    }

    @Test
    void the_greatest_lag_is_kept_when_joining_has_caught_up() {
        Filed filed = new Filed();
        for (int i = 0; i < 100; i++) {
            filed.accepted("case-" + i, i % 10 != 0, at(i));
        }
        filed.joined(20);
        filed.joined(90);
        assertThat(filed.greatestLag()).isEqualTo(70);
        assertThat(filed.members()).isEqualTo(90);
        assertThat(filed.others()).hasSize(10);
    }

    private static Instant at(int seconds) {
        return START.plusSeconds(seconds);
    }
}
