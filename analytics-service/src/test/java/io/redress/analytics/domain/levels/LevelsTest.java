package io.redress.analytics.domain.levels;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LevelsTest {
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    @Behaviour({"R73", "R140"})
    void what_was_measured_and_felt_inside_counts_with_what_became_of_the_customer_once_the_case_is_over() {
        Levels open = Levels.NONE.answered("r1", "finance", true).rated("r1", "finance", true, false);
        assertThat(open.isUncounted()).isFalse();

        Levels closed = open.closed(WEDNESDAY, true).scored(5);

        assertThat(closed.week()).isEqualTo(LocalDate.parse("2026-03-02"));
        Tally finance = tally(closed, "finance");
        assertThat(finance.onTime()).isEqualTo(1);
        assertThat(finance.rated()).isEqualTo(1);
        assertThat(finance.ratings()).isEqualTo(0.5);
        assertThat(finance.satisfied()).isEqualTo(1);
        assertThat(finance.scores()).isEqualTo(5);
        // Whoever asked found it incomplete, so something went wrong inside.
        assertThat(finance.wellServed()).isZero();
        assertThat(closed.isUncounted()).isTrue();
        Levels counted = closed.after(closed.standing().anew(closed.toCount()));
        assertThat(counted.isUncounted()).isFalse();
        // A rating that comes late still counts.
        assertThat(counted.rated("r1", "finance", true, true).isUncounted()).isTrue();
        // Opened again and closed again, the case is still that of its first week.
        assertThat(counted.closed(WEDNESDAY.plusSeconds(1_000_000), false)).isEqualTo(counted);
    }

    @Test
    @Behaviour("R140")
    void what_nobody_has_rated_is_no_good_rating_and_a_score_speaks_where_the_customer_said_nothing() {
        Tally unrated = tally(Levels.NONE.answered("r1", "finance", null).closed(WEDNESDAY, null), "finance");
        assertThat(unrated.rated()).isZero();
        assertThat(unrated.dated()).isZero();
        assertThat(unrated.judged()).isZero();
        Tally scored = tally(
                Levels.NONE
                        .answered("r1", "finance", true)
                        .closed(WEDNESDAY, null)
                        .scored(2),
                "finance");
        assertThat(scored.judged()).isEqualTo(1);
        assertThat(scored.satisfied()).isZero();
    }

    @Test
    @Behaviour("R101")
    void declining_what_would_be_answered_late_makes_no_share_better() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            Levels others = Levels.NONE;
            for (int n = 0; n < random.nextInt(8); n++) {
                others = others.answered("r" + n, "finance", random.nextBoolean());
                others = random.nextBoolean()
                        ? others.rated("r" + n, "finance", random.nextBoolean(), random.nextBoolean())
                        : others;
            }
            Levels late = others.answered("late", "finance", false);
            late = random.nextBoolean() ? late.rated("late", "finance", random.nextBoolean(), false) : late;
            Tally honest = tally(late.closed(WEDNESDAY, true), "finance");
            Tally otherwise = tally(others.declined("late", "finance").closed(WEDNESDAY, true), "finance");
            assertThat(otherwise.dated()).as("seed %d", seed).isEqualTo(honest.dated());
            assertThat(otherwise.onTime()).as("seed %d", seed).isLessThanOrEqualTo(honest.onTime());
            assertThat(otherwise.asked()).as("seed %d", seed).isEqualTo(honest.asked());
            assertThat(otherwise.complete()).as("seed %d", seed).isLessThanOrEqualTo(honest.complete());
            assertThat(otherwise.wellServed()).as("seed %d", seed).isLessThanOrEqualTo(honest.wellServed());
            assertThat(otherwise.rated() + otherwise.declined())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(honest.rated());
            assertThat(otherwise.ratings()).as("seed %d", seed).isLessThanOrEqualTo(honest.ratings());
        }
    }

    @Test
    void a_case_with_very_many_requests_stays_small() {
        Levels levels = Levels.NONE;
        for (int n = 0; n < 2 * Levels.MOST; n++) {
            levels = levels.answered("r" + n, "finance", true);
        }
        assertThat(levels.served()).hasSize(Levels.MOST);
    }

    private static Tally tally(Levels levels, String department) {
        Map<String, Tally> all = levels.toCount();
        return Objects.requireNonNull(all.get(department));
    }
}
