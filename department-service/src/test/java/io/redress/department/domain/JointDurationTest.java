package io.redress.department.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class JointDurationTest {

    @Test
    @Behaviour("R132")
    void two_stages_that_are_seldom_late_are_hardly_ever_late_together() {
        Comparables mostly = stage(1, 1, 1, 1, 1, 1, 1, 1, 1, 9);

        JointDuration both = JointDuration.of(List.of(mostly, mostly));

        assertThat(both.percentile(50)).isEqualTo(Duration.ofHours(2));
        assertThat(both.percentile(85)).isEqualTo(Duration.ofHours(10));
        assertThat(both.percentile(98)).isEqualTo(Duration.ofHours(10));
        assertThat(both.percentile(100)).isEqualTo(Duration.ofHours(18));
    }

    @Test
    void one_stage_takes_what_it_takes() {
        assertThat(JointDuration.of(List.of(stage(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)))
                        .percentile(85))
                .isEqualTo(Duration.ofHours(9));
    }

    @RepeatedTest(100)
    @Behaviour("R132")
    void together_they_need_no_more_than_the_sum_of_what_each_would_need_for_itself() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Comparables> stages = IntStream.rangeClosed(0, 1 + random.nextInt(5))
                .mapToObj(_ -> usual(random))
                .toList();

        JointDuration together = JointDuration.of(stages);

        assertThat(together.percentile(85)).isLessThanOrEqualTo(sum(stages, 85));
        assertThat(together.percentile(100)).isLessThanOrEqualTo(sum(stages, 100));
        assertThat(together.percentile(1)).isGreaterThanOrEqualTo(leastOf(stages));
        assertThat(together.percentile(50)).isLessThanOrEqualTo(together.percentile(85));
        assertThat(JointDuration.of(stages).percentile(85)).isEqualTo(together.percentile(85));
    }

    /** Work whose length varies evenly, as most does. With rare catastrophes nobody can promise 85 of 100 by adding. */
    private static Comparables usual(Random random) {
        int least = random.nextInt(1000);
        int more = 1 + random.nextInt(1000);
        return new Comparables(
                Comparables.Scope.NATURE,
                IntStream.range(0, 100 + random.nextInt(400))
                        .mapToObj(_ -> Duration.ofMinutes(least + random.nextInt(more)))
                        .toList());
    }

    private static Duration leastOf(List<Comparables> stages) {
        return stages.stream().map(it -> it.durations().getFirst()).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration sum(List<Comparables> stages, int share) {
        return stages.stream().map(it -> it.percentile(share).orElseThrow()).reduce(Duration.ZERO, Duration::plus);
    }

    private static Comparables stage(int... hours) {
        return new Comparables(
                Comparables.Scope.NATURE,
                IntStream.of(hours).mapToObj(Duration::ofHours).toList());
    }
}
