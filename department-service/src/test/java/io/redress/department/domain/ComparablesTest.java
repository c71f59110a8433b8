package io.redress.department.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.department.domain.Comparables.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparablesTest {

    @Test
    @Behaviour("R88")
    void with_too_few_there_are_no_percentiles() {
        Comparables few = minutes(9);

        assertThat(few.suffice()).isFalse();
        assertThat(few.median()).isEmpty();
        assertThat(few.p85()).isEmpty();
        assertThat(few.count()).isEqualTo(9);
    }

    @Test
    void a_percentile_is_a_duration_that_was_there() {
        assertThat(minutes(10).median()).contains(Duration.ofMinutes(5));
        assertThat(minutes(10).p85()).contains(Duration.ofMinutes(9));
        assertThat(minutes(500).p85()).contains(Duration.ofMinutes(425));
        assertThat(minutes(10).percentile(100)).contains(Duration.ofMinutes(10));
    }

    @Test
    void as_many_as_said_did_not_take_longer_than_a_percentile() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            List<Duration> durations = new ArrayList<>(IntStream.range(0, 10 + random.nextInt(60))
                    .mapToObj(_ -> Duration.ofSeconds(random.nextInt(50)))
                    .toList());
            int share = 1 + random.nextInt(100);

            Duration percentile =
                    new Comparables(Scope.KIND, durations).percentile(share).orElseThrow();

            long notLonger = durations.stream()
                    .filter(it -> it.compareTo(percentile) <= 0)
                    .count();
            long shorter = durations.stream()
                    .filter(it -> it.compareTo(percentile) < 0)
                    .count();
            assertThat(notLonger * 100)
                    .as("seed %d, %d of %s", seed, share, durations)
                    .isGreaterThanOrEqualTo((long) share * durations.size());
            assertThat(shorter * 100).as("seed %d", seed).isLessThan((long) share * durations.size());
        }
    }

    private static Comparables minutes(int most) {
        return new Comparables(
                Scope.NATURE,
                IntStream.rangeClosed(1, most)
                        .mapToObj(it -> Duration.ofMinutes(most + 1L - it))
                        .toList());
    }
}
