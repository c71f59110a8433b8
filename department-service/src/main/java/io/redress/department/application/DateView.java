package io.redress.department.application;

import io.redress.contracts.DeviationEvent;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.EstimateGiven;
import io.redress.contracts.DeviationEvent.ReestimateAsked;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Followed;
import io.redress.department.domain.Followed.Expected;
import io.redress.department.domain.Followed.News;
import io.redress.department.domain.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the date of a request, and what its department still owes about it. Nothing that was said is left
 * out.
 *
 * @param originalDueAt the date with which the request began
 * @param estimate the latest
 * @param estimateBy absent where none is owed, and while the clock stands still
 * @param reestimate absent where nobody asks whether the date is still true
 * @param heardAt when the department last said how far it is, or began
 * @param progressBy when the next report is due; absent where none is promised, and while the clock stands still
 */
public record DateView(
        Instant originalDueAt,
        Instant dueAt,
        List<DeviationView> deviations,
        @Nullable EstimateView estimate,
        @Nullable Instant estimateBy,
        @Nullable ReestimateView reestimate,
        @Nullable Instant heardAt,
        @Nullable Instant progressBy,
        int missedReports) {

    /** One deviation. */
    public record DeviationView(
            String deviationId,
            DeviationEvent.Kind kind,
            DeviationEvent.Dimension dimension,
            String reason,
            Instant dueAt,
            @Nullable Instant newDueAt,
            boolean inferred,
            @Nullable String evidence,
            @Nullable String was,
            @Nullable String becomes,
            String by,
            Instant reportedAt) {
        static DeviationView of(DeviationReported it) {
            return new DeviationView(
                    it.deviationId(),
                    it.kind(),
                    it.dimension(),
                    it.reason(),
                    it.dueAt(),
                    it.newDueAt(),
                    it.inferred(),
                    it.evidence(),
                    it.was(),
                    it.becomes(),
                    it.by(),
                    it.reportedAt());
        }
    }

    /** An estimate. */
    public record EstimateView(
            Instant dueAt,
            boolean stands,
            @Nullable String resources,
            @Nullable String reason,
            String by,
            Instant givenAt) {
        static @Nullable EstimateView of(@Nullable EstimateGiven it) {
            return it == null
                    ? null
                    : new EstimateView(it.dueAt(), it.stands(), it.resources(), it.reason(), it.by(), it.givenAt());
        }
    }

    /** The question whether the date is still true. */
    public record ReestimateView(
            String reestimateId, DeviationEvent.Basis basis, String evidence, Instant answerBy, Instant askedAt) {
        static @Nullable ReestimateView of(Followed followed) {
            ReestimateAsked it = followed.reestimate();
            return it == null || !followed.isAsked()
                    ? null
                    : new ReestimateView(it.reestimateId(), it.basis(), it.evidence(), it.answerBy(), it.askedAt());
        }
    }

    /** Absent before the department works on it. */
    static @Nullable DateView of(DepartmentCase state, Request request) {
        Followed followed = state.dealings().deviations().of(request.ask().id());
        if (followed == null) {
            return null;
        }
        boolean open = request instanceof Request.Open;
        Expected expected = followed.expected();
        News news = followed.news();
        return new DateView(
                followed.originalDueAt(),
                request.ask().dueAt(),
                followed.deviations().stream().map(DeviationView::of).toList(),
                EstimateView.of(followed.estimate()),
                open ? expected.estimateBy() : null,
                open ? ReestimateView.of(followed) : null,
                news == null ? null : news.heardAt(),
                open ? expected.progressBy() : null,
                news == null ? 0 : news.missed());
    }
}
