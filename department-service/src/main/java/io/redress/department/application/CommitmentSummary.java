package io.redress.department.application;

import io.redress.contracts.CommitmentEvent.Part;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Commitment;
import io.redress.department.domain.Commitment.End.Delivered;
import io.redress.department.domain.Comparables;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a department keeps its word: whether it promises with a margin that it never needs, or without one that it does need
 * (R132), and how much comes on time in full (R139).
 *
 * @param settled how many of its latest commitments were kept or missed
 * @param delivered how many of them were delivered in full, early or late
 * @param paddingIndex the median share of the promised time that was left when it was delivered; negative where work is
 *     usually late; absent where fewer than {@value Comparables#FEWEST} were delivered
 * @param early delivered before half of the promised time was over
 * @param onTime delivered later than that and in time
 * @param late delivered after the date that was promised first
 * @param requested on time in full against the date that the request named, as are the others against theirs
 */
public record CommitmentSummary(
        DepartmentCode department,
        int settled,
        int delivered,
        @Nullable Double paddingIndex,
        int early,
        int onTime,
        int late,
        Otif requested,
        Otif original,
        Otif latest) {

    /**
     * On time and in full.
     *
     * @param share of all, from 0 to 1; absent where there are none
     */
    public record Otif(int kept, int of, @Nullable Double share) {
        static Otif of(List<Commitment> settled, Predicate<Commitment> counts, Predicate<Delivered> kept) {
            int all = (int) settled.stream().filter(counts).count();
            int good = (int) settled.stream()
                    .filter(it -> it.end() instanceof Delivered delivered && kept.test(delivered))
                    .count();
            return new Otif(good, all, all == 0 ? null : (double) good / all);
        }
    }

    /** @param settled kept, missed or handed on */
    static CommitmentSummary of(DepartmentCode department, List<Commitment> settled) {
        List<Double> left = settled.stream()
                .filter(it -> it.end() instanceof Delivered && !it.missed().contains(Part.FULL))
                .map(it -> left(it, (Delivered) it.end()))
                .sorted()
                .toList();
        return new CommitmentSummary(
                department,
                settled.size(),
                left.size(),
                left.size() < Comparables.FEWEST ? null : left.get((left.size() - 1) / 2),
                (int) left.stream().filter(it -> it > 0.5).count(),
                (int) left.stream().filter(it -> it >= 0 && it <= 0.5).count(),
                (int) left.stream().filter(it -> it < 0).count(),
                Otif.of(settled, Commitment::hasEnded, Delivered::asRequested),
                Otif.of(settled, it -> isOver(it, Part.ORIGINAL), Delivered::asFirstPromised),
                Otif.of(settled, it -> isOver(it, Part.LATEST), Delivered::asLastPromised));
    }

    /** What is late counts at once, and not only when it comes. */
    private static boolean isOver(Commitment commitment, Part part) {
        return commitment.hasEnded() || commitment.hasMissed(part);
    }

    /** Which share of the promised time was left; the time in which it could not go on does not count. */
    private static double left(Commitment commitment, Delivered delivered) {
        double promised = Math.max(
                1,
                Duration.between(commitment.madeAt(), commitment.reply().dueAt())
                        .toSeconds());
        double took = Math.max(
                0, Duration.between(commitment.madeAt(), delivered.at()).toSeconds() - delivered.stoodStillSeconds());
        return (promised - took) / promised;
    }
}
