package io.redress.benchmarks.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.routing.domain.bursts.BurstTerms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant OUTAGE = START.plus(Duration.ofDays(4));

    @Test
    void a_burst_in_a_usual_stream_is_one_episode_and_its_complaints_would_have_joined() {
        List<Seen> stream = new ArrayList<>();
        for (int n = 0; n < 5 * 24 * 6; n++) {
            stream.add(new Seen(START.plus(Duration.ofMinutes(10L * n)), n % 3 == 0 ? "late" : "lost", "north"));
        }
        for (int n = 0; n < 60; n++) {
            stream.add(new Seen(OUTAGE.plusSeconds(20L * n), "late", "north"));
        }
        stream.sort(Comparator.comparing(Seen::at));
        var known = new KnownBurst("late", OUTAGE, OUTAGE.plus(Duration.ofMinutes(20)));

        List<Episode> episodes = new Replay(BurstTerms.standard()).of(stream);
        Recall recall = Recall.of(episodes, List.of(known), stream);

        assertThat(episodes).hasSize(1);
        assertThat(recall.precision()).isEqualTo(1);
        assertThat(recall.recall()).isEqualTo(1);
        assertThat(recall.joined()).isEqualTo(recall.complaints());
    }

    @Test
    void a_flood_leaves_a_small_document() {
        Flood.Taken taken = Flood.of(2_000, Duration.ofSeconds(24), 2_000, 3);

        assertThat(taken.largestDocument()).isLessThan(100_000);
        assertThat(taken.bursts()).isPositive();
    }
}
