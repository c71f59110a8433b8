package io.redress.resolution.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.PromiseEvent.Part;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.resolution.domain.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the promises that were made in a week are kept (R139), and how early their breach was told.
 *
 * Of a promise that is open, what it has missed already counts: a date that has passed is not healed by waiting. One that
 * was released counts where it had missed something before.
 *
 * @param promises that were made, without those that were released before they had missed anything
 * @param delivered of which every line is delivered
 * @param requested on time and in full by the customer's wish
 * @param original by the date that was promised first
 * @param latest by the date that was promised last
 * @param complete whether all cases of the week were counted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromiseSummary(
        String week,
        int promises,
        int delivered,
        Share requested,
        Share original,
        Share latest,
        List<Honesty> departments,
        boolean complete) {

    /** {@code kept} of {@code of}. */
    public record Share(int kept, int of) {}

    /**
     * How early a department's part in broken promises was told.
     *
     * @param told how often
     * @param unspoken how often the log showed it and the department had not said so
     * @param disclosureLeadSeconds from the telling to the date that was promised, on average; below 0 where it was told
     *     too late; absent where no date was touched
     * @param knowledgeLagSeconds from the first evidence to the telling, on average
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Honesty(
            DepartmentCode department,
            int told,
            int unspoken,
            @Nullable Long disclosureLeadSeconds,
            long knowledgeLagSeconds) {
        static Honesty of(DepartmentCode department, List<PromiseInfeasible> slips) {
            List<PromiseInfeasible> dated =
                    slips.stream().filter(it -> it.newDueAt() != null).toList();
            return new Honesty(
                    department,
                    slips.size(),
                    (int) slips.stream()
                            .filter(it -> department.equals(it.unspokenBy()))
                            .count(),
                    dated.isEmpty() ? null : average(dated, it -> seconds(it.toldAt(), it.dueAt())),
                    average(slips, it -> seconds(it.evidenceAt(), it.toldAt())));
        }

        private static long average(List<PromiseInfeasible> slips, ToLongFunction<PromiseInfeasible> seconds) {
            return Math.round(slips.stream().mapToLong(seconds).average().orElse(0));
        }

        private static long seconds(Instant from, Instant to) {
            return Duration.between(from, to).toSeconds();
        }
    }

    static PromiseSummary of(String week, List<Promise> all, boolean complete) {
        List<Promise> promises = all.stream()
                .filter(it -> it.standing() != Promise.Standing.RELEASED
                        || Stream.of(Part.values()).anyMatch(it::hasMissed))
                .toList();
        Map<String, List<PromiseInfeasible>> byDepartment = new TreeMap<>();
        all.stream()
                .flatMap(it -> it.slips().stream())
                .forEach(it -> byDepartment
                        .computeIfAbsent(it.department().value(), _ -> new ArrayList<>())
                        .add(it));
        return new PromiseSummary(
                week,
                promises.size(),
                (int) promises.stream()
                        .filter(it -> it.deliveredAt().isPresent())
                        .count(),
                share(
                        promises.stream()
                                .filter(it -> it.made().requestedFor() != null)
                                .toList(),
                        it -> it.hasMissed(Part.REQUESTED)),
                share(promises, it -> it.hasMissed(Part.ORIGINAL)),
                share(promises, PromiseSummary::hasMissedLatest),
                byDepartment.entrySet().stream()
                        .map(it -> Honesty.of(new DepartmentCode(it.getKey()), it.getValue()))
                        .toList(),
                complete);
    }

    private static Share share(List<Promise> promises, Predicate<Promise> missed) {
        Predicate<Promise> failed = it -> missed.test(it) || it.hasMissed(Part.FULL);
        List<Promise> over =
                promises.stream().filter(it -> isSettled(it) || failed.test(it)).toList();
        return new Share((int) over.stream().filter(failed.negate()).count(), over.size());
    }

    private static boolean isSettled(Promise promise) {
        return !promise.open() && promise.standing() != Promise.Standing.RELEASED;
    }

    /** Where no other date was promised, the first is the last. */
    private static boolean hasMissedLatest(Promise promise) {
        return isSettled(promise) && promise.standing() != Promise.Standing.KEPT
                || promise.hasMissed(Part.LATEST)
                || promise.hasMissed(Part.ORIGINAL)
                        && promise.dueAt().equals(promise.made().dueAt());
    }
}
