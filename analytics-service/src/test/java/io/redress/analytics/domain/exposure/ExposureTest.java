package io.redress.analytics.domain.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.analytics.domain.exposure.Exposure.Standing;
import io.redress.analytics.domain.exposure.Noticed.BecamePublic;
import io.redress.analytics.domain.exposure.Noticed.ContradictionsPrevented;
import io.redress.analytics.domain.exposure.Noticed.SilenceEnded;
import io.redress.chassis.testing.Behaviour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ExposureTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = NOW.plus(Duration.ofHours(2));
    private static final Instant LATEST = NOW.plus(Duration.ofHours(5));
    private static final Exposure SEEN = Exposure.NONE.from("social").seen(NOW);

    @Test
    @Behaviour("R55")
    void a_public_case_is_silent_until_the_first_public_answer_or_its_end() {
        assertThat(SEEN.standing()).isEqualTo(Standing.UNANSWERED);
        assertThat(SEEN.silence(LATER)).isEqualTo(Duration.ofHours(2));

        Exposure answered = SEEN.answered(LATER).answered(LATEST);
        assertThat(answered.standing()).isEqualTo(Standing.ANSWERED);
        assertThat(answered.silence(LATEST)).isEqualTo(Duration.ofHours(2));

        Exposure ended = SEEN.closed(LATER);
        assertThat(ended.standing()).isEqualTo(Standing.ENDED);
        assertThat(ended.silence(LATEST)).isEqualTo(Duration.ofHours(2));
        assertThat(ended.reopened().standing()).isEqualTo(Standing.UNANSWERED);
        assertThat(SEEN.merged(true).standing()).isNull();
        assertThat(SEEN.merged(true).merged(false).standing()).isEqualTo(Standing.UNANSWERED);
    }

    @Test
    void what_routing_does_not_find_public_is_not_whatever_was_said_about_it() {
        Exposure hidden =
                Exposure.NONE.from("social").answered(NOW).contradicted().closed(LATER);

        assertThat(hidden.standing()).isNull();
        assertThat(Noticed.between(Exposure.NONE, hidden)).isEmpty();
    }

    @Test
    @Behaviour("R55")
    void each_thing_is_noticed_once() {
        assertThat(Noticed.between(Exposure.NONE, SEEN)).containsExactly(new BecamePublic(Source.SOCIAL));
        assertThat(Noticed.between(SEEN, SEEN.seen(LATER))).isEmpty();
        assertThat(Noticed.between(SEEN, SEEN.contradicted()))
                .containsExactly(new ContradictionsPrevented(Source.SOCIAL, 1));
        Exposure answered = SEEN.answered(LATER);
        assertThat(Noticed.between(SEEN, answered))
                .containsExactly(new SilenceEnded(Source.SOCIAL, Duration.ofHours(2), true));
        assertThat(Noticed.between(answered, answered.closed(LATEST))).isEmpty();
        assertThat(Noticed.between(SEEN, SEEN.closed(LATER)))
                .containsExactly(new SilenceEnded(Source.SOCIAL, Duration.ofHours(2), false));
    }

    @RepeatedTest(50)
    void the_order_in_which_topics_are_read_makes_no_difference_to_what_is_counted() {
        long seed = System.nanoTime();
        List<UnaryOperator<Exposure>> heard = new ArrayList<>(List.of(
                it -> it.from("web"),
                it -> it.seen(NOW),
                it -> it.answered(LATER),
                Exposure::contradicted,
                it -> it.contradicted()));
        Collections.shuffle(heard, new Random(seed));

        Exposure state = Exposure.NONE;
        List<Noticed> noticed = new ArrayList<>();
        for (UnaryOperator<Exposure> one : heard) {
            Exposure next = one.apply(state);
            noticed.addAll(Noticed.between(state, next));
            state = next;
        }

        assertThat(state.silence(LATEST)).as("seed %d", seed).isEqualTo(Duration.ofHours(2));
        assertThat(noticed)
                .as("seed %d", seed)
                .filteredOn(BecamePublic.class::isInstance)
                .hasSize(1);
        assertThat(noticed)
                .as("seed %d", seed)
                .filteredOn(SilenceEnded.class::isInstance)
                .hasSize(1);
        assertThat(noticed.stream()
                        .filter(ContradictionsPrevented.class::isInstance)
                        .mapToInt(it -> ((ContradictionsPrevented) it).count()))
                .as("seed %d", seed)
                .satisfies(counts ->
                        assertThat(counts.stream().mapToInt(it -> it).sum()).isEqualTo(2));
    }

    @Test
    void a_channel_without_a_name_here_is_counted_with_the_others() {
        assertThat(Exposure.NONE.from("pigeon").source()).isEqualTo(Source.OTHER);
        assertThat(Exposure.NONE.source()).isEqualTo(Source.OTHER);
        assertThat(Exposure.NONE.from("store").source()).isEqualTo(Source.STORE);
    }
}
