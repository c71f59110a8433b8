package io.redress.department.domain;

import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.EstimateGiven;
import io.redress.contracts.DeviationEvent.ReestimateAsked;
import io.redress.contracts.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the date of a request.
 *
 * @param originalDueAt the date with which it began
 * @param deviations in the order in which they were reported or inferred; at most {@value Deviating#MOST}
 * @param said what the department has said about its date, so that the same said again is known
 * @param estimate the latest; absent where there is none
 * @param reestimate the last one asked for; absent where none was
 * @param reestimated whether that has its answer
 * @param news what is heard on the way; absent where an older version has stored the request
 * @param expected when something is to be noticed next
 */
public record Followed(
        RequestId id,
        Instant originalDueAt,
        List<DeviationReported> deviations,
        List<DepartmentReply.OnRequest> said,
        @Nullable EstimateGiven estimate,
        @Nullable ReestimateAsked reestimate,
        boolean reestimated,
        @Nullable News news,
        Expected expected) {

    public Followed {
        deviations = List.copyOf(deviations);
        said = List.copyOf(said);
    }

    /**
     * What the department lets hear.
     *
     * @param begunAt when it had all that it needs for an estimate, but for its questions
     * @param heardAt when it last said how far it is, or began
     * @param missed reports that did not come since then
     * @param estimateMissed whether it was told that the estimate is overdue
     */
    public record News(ProgressTerms terms, Instant begunAt, Instant heardAt, int missed, boolean estimateMissed) {
        News heard(Instant at) {
            return new News(terms, begunAt, at, 0, estimateMissed);
        }
    }

    /**
     * When something is to be noticed. All of it is absent while the department cannot go on.
     *
     * @param progressBy the next report of progress is due
     * @param estimateBy an estimate is due
     * @param lookAt the date is to be looked at, or the answer to the question about it is due
     */
    public record Expected(
            @Nullable Instant progressBy,
            @Nullable Instant estimateBy,
            @Nullable Instant lookAt) {
        static final Expected NOTHING = new Expected(null, null, null);

        Stream<Instant> all() {
            return Stream.of(progressBy, estimateBy, lookAt)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull);
        }
    }

    static Followed beginning(RequestId id, Instant dueAt) {
        return new Followed(id, dueAt, List.of(), List.of(), null, null, false, null, Expected.NOTHING);
    }

    /**
     * By how much the log alone has put the date off since anybody last said one. It is what to expect, and nobody's
     * promise.
     *
     * @param agreedAt when both sides last agreed upon a date; absent where they have not
     */
    Duration putOffUnasked(@Nullable Instant agreedAt) {
        Instant said = Stream.of(
                        Stream.ofNullable(agreedAt),
                        Stream.ofNullable(estimate).map(EstimateGiven::givenAt),
                        deviations.stream()
                                .filter(it -> !it.inferred() && it.newDueAt() != null)
                                .map(DeviationReported::reportedAt))
                .flatMap(Function.identity())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return deviations.stream()
                .filter(it -> it.inferred()
                        && it.newDueAt() != null
                        && it.reportedAt().isAfter(said))
                .map(it -> Duration.between(it.dueAt(), Objects.requireNonNull(it.newDueAt())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether it is asked if the date is still true, and has not said so. */
    public boolean isAsked() {
        return reestimate != null && !reestimated;
    }

    /** Whether somebody has said when it will be done. */
    boolean isEstimated() {
        return estimate != null || deviations.stream().anyMatch(it -> it.newDueAt() != null);
    }

    /**
     * Whether the superior has heard that nobody answers, and nobody has said anything since: to ask the same department
     * again, and to move its date again, would tell nobody anything.
     */
    boolean isLeftToTheSuperior() {
        return news != null
                && !deviations.isEmpty()
                && deviations.getLast().inferred()
                && !news.heardAt().isAfter(deviations.getLast().reportedAt());
    }

    /** Whether its date had passed before the department had it, so that nobody need be asked whether it is true. */
    boolean cameTooLate(Instant dueAt) {
        return news != null && !news.begunAt().isBefore(dueAt);
    }

    Followed after(DeviationFact fact) {
        return switch (fact) {
            case DeviationFact.FollowingBegun(var _, var _, var terms, var at) ->
                with(new News(terms, at, at, 0, false));
            case DeviationFact.ProgressHeard(var _, var at) -> news == null ? this : with(news.heard(at));
            case DeviationFact.ReportMissed _ ->
                news == null
                        ? this
                        : with(new News(news.terms, news.begunAt, news.heardAt, news.missed + 1, news.estimateMissed));
            case DeviationFact.EstimateMissed _ ->
                news == null ? this : with(new News(news.terms, news.begunAt, news.heardAt, news.missed, true));
            case DeviationFact.NextExpected(var _, var next) -> with(news, next);
            case DeviationFact.SaidAboutDate(var reply, var at) -> saying(reply, at);
            case DeviationFact.DeviationNoted(var event) ->
                new Followed(
                        id, originalDueAt, with(deviations, event), said, estimate, reestimate, true, news, expected);
            case DeviationFact.EstimateNoted(var event) ->
                new Followed(id, originalDueAt, deviations, said, event, reestimate, true, news, expected);
            case DeviationFact.ReestimateNoted(var event) ->
                new Followed(id, originalDueAt, deviations, said, estimate, event, false, news, expected);
        };
    }

    private Followed with(@Nullable News next) {
        return with(next, expected);
    }

    private Followed with(@Nullable News next, Expected when) {
        return new Followed(id, originalDueAt, deviations, said, estimate, reestimate, reestimated, next, when);
    }

    private Followed saying(DepartmentReply.OnRequest reply, Instant at) {
        return new Followed(
                id,
                originalDueAt,
                deviations,
                with(said, reply),
                estimate,
                reestimate,
                reestimated,
                news == null ? null : news.heard(at),
                expected);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
