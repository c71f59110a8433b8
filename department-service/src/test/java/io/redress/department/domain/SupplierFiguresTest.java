package io.redress.department.domain;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.RequestId;
import io.redress.department.domain.ServedRequest.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SupplierFiguresTest {
    private static final int DEPARTMENTS = 500;
    private static final int MOST_ASKED = 40;

    @Test
    @Behaviour("R101")
    void no_figure_improves_by_declining_or_leaving_what_would_be_answered_late() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int moved = 0;
        for (int i = 0; i < DEPARTMENTS; i++) {
            List<ServedRequest> all = IntStream.rangeClosed(1, 1 + random.nextInt(MOST_ASKED))
                    .mapToObj(n -> served(n, random))
                    .toList();
            SupplierFigures honest = SupplierFigures.of(all);
            for (int n = 0; n < all.size(); n++) {
                if (all.get(n).how() == How.ANSWERED && !all.get(n).asLastDue()) {
                    List<ServedRequest> otherwise = new ArrayList<>(all);
                    otherwise.set(n, unserved(all.get(n), random));
                    isNoBetter(SupplierFigures.of(otherwise), honest, seed);
                    moved++;
                }
            }
        }
        assertThat(moved).as("seed %d", seed).isPositive();
    }

    private static void isNoBetter(SupplierFigures otherwise, SupplierFigures honest, long seed) {
        assertThat(otherwise.asked()).as("seed %d", seed).isEqualTo(honest.asked());
        isNoBetter(otherwise.onTimeAsRequested(), honest.onTimeAsRequested(), seed);
        isNoBetter(otherwise.onTimeAsFirstDue(), honest.onTimeAsFirstDue(), seed);
        isNoBetter(otherwise.onTimeAsLastDue(), honest.onTimeAsLastDue(), seed);
        isNoBetter(otherwise.completeAtFirst(), honest.completeAtFirst(), seed);
        // What is left lying has not come back yet, and counts as overdue instead.
        assertThat(otherwise.cameBack() + otherwise.overdue())
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(honest.cameBack() + honest.overdue());
        assertThat(otherwise.helpGiven()).as("seed %d", seed).isLessThanOrEqualTo(honest.helpGiven());
        assertThat(orNever(otherwise.halfAnsweredWithinSeconds()))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(orNever(honest.halfAnsweredWithinSeconds()));
        if (otherwise.ratings().average() != null && honest.ratings().average() != null) {
            assertThat(otherwise.ratings().average())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(honest.ratings().average());
        }
    }

    private static void isNoBetter(Share otherwise, Share honest, long seed) {
        assertThat(otherwise.share()).as("seed %d", seed).isLessThanOrEqualTo(honest.share());
    }

    private static long orNever(@Nullable Long seconds) {
        return seconds == null ? Long.MAX_VALUE : seconds;
    }

    @Test
    @Behaviour({"R72", "R84"})
    void what_nobody_has_rated_is_no_good_rating_and_too_few_ratings_make_no_average() {
        List<ServedRequest> unrated =
                IntStream.rangeClosed(1, 30).mapToObj(n -> answered(n, null)).toList();
        assertThat(SupplierFigures.of(unrated).ratings())
                .isEqualTo(new SupplierFigures.Ratings(0, 0, 0, null, Comparables.FEWEST));

        List<ServedRequest> rated = new ArrayList<>(unrated);
        IntStream.rangeClosed(31, 39).forEach(n -> rated.add(answered(n, rating(true, true))));
        assertThat(SupplierFigures.of(rated).ratings().average()).isNull();
        rated.add(answered(40, rating(false, true)));
        assertThat(SupplierFigures.of(rated).ratings())
                .isEqualTo(new SupplierFigures.Ratings(10, 9, 10, 0.95, Comparables.FEWEST));
    }

    @Test
    @Behaviour({"R72", "R101"})
    void what_is_declined_was_asked_like_everything_else() {
        List<ServedRequest> all = List.of(
                answered(1, null),
                unserved(answered(2, null), How.HANDED_ON),
                unserved(answered(3, null), How.ON_OFFER));

        SupplierFigures figures = SupplierFigures.of(all);

        assertThat(figures.asked()).isEqualTo(3);
        assertThat(figures.onTimeAsLastDue()).isEqualTo(new Share(1, 3, 1.0 / 3));
        assertThat(figures.declined()).isEqualTo(2);
        assertThat(figures.handedOn()).isEqualTo(1);
        assertThat(figures.halfAnsweredWithinSeconds()).isNull();
        assertThat(SupplierFigures.of(List.of()).onTimeAsLastDue().share()).isNull();
    }

    private static ServedRequest served(int n, Random random) {
        if (random.nextInt(4) == 0) {
            return unserved(answered(n, null), How.values()[1 + random.nextInt(3)]);
        }
        boolean complete = random.nextBoolean();
        return new ServedRequest(
                RequestId.of(CASE, n),
                How.ANSWERED,
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                complete,
                !complete,
                Duration.ofMinutes(random.nextInt(10_000)),
                random.nextBoolean() ? rating(random.nextBoolean(), random.nextBoolean()) : null,
                random.nextBoolean());
    }

    private static ServedRequest answered(int n, Delivery.@Nullable Rating rating) {
        return new ServedRequest(
                RequestId.of(CASE, n), How.ANSWERED, true, true, true, true, false, Duration.ofHours(1), rating, false);
    }

    private static ServedRequest unserved(ServedRequest answered, Random random) {
        return unserved(answered, How.values()[1 + random.nextInt(3)]);
    }

    /** It was never answered, so nothing of it can have gone back or been rated. */
    private static ServedRequest unserved(ServedRequest answered, How how) {
        return new ServedRequest(
                answered.id(), how, false, false, false, false, false, Duration.ZERO, null, answered.help());
    }

    private static Delivery.Rating rating(boolean onTime, boolean complete) {
        return new Delivery.Rating(onTime, complete, null, "andrei", NOW, false);
    }
}
