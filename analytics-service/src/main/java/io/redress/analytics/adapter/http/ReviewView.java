package io.redress.analytics.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.Review.Completed;
import io.redress.analytics.domain.Review.NotOpened;
import io.redress.analytics.domain.Review.Open;
import io.redress.analytics.domain.Review.Overdue;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.ReviewEvent.ReviewCompleted;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.ReviewEvent.SurveyAnswered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was learned from a case, as a caller reads it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewView(
        String caseId,
        String state,
        Instant openedAt,
        Instant dueAt,
        @Nullable String rootCause,
        @Nullable String preventiveAction,
        @Nullable String actionOwner,
        @Nullable LocalDate actionDue,
        @Nullable String by,
        @Nullable Instant completedAt,
        @Nullable Rating survey) {

    record Rating(int score, @Nullable String words, Instant answeredAt) {
        static @Nullable Rating of(@Nullable SurveyAnswered given) {
            return given == null ? null : new Rating(given.score(), given.words(), given.answeredAt());
        }
    }

    /** Empty until the case has closed. */
    static Optional<ReviewView> of(CaseView<Journey> view) {
        Journey journey = view.state();
        return switch (journey.review()) {
            case NotOpened _ -> Optional.empty();
            case Open(ReviewOpened opened) -> Optional.of(undone(view, "open", opened));
            case Overdue(ReviewOpened opened) -> Optional.of(undone(view, "overdue", opened));
            case Completed(ReviewOpened opened, ReviewCompleted done) -> Optional.of(done(view, opened, done));
        };
    }

    private static ReviewView undone(CaseView<Journey> view, String state, ReviewOpened opened) {
        return new ReviewView(
                view.id(),
                state,
                opened.openedAt(),
                opened.dueAt(),
                null,
                null,
                null,
                null,
                null,
                null,
                Rating.of(view.state().survey()));
    }

    private static ReviewView done(CaseView<Journey> view, ReviewOpened opened, ReviewCompleted done) {
        return new ReviewView(
                view.id(),
                "completed",
                opened.openedAt(),
                opened.dueAt(),
                done.rootCause(),
                done.preventiveAction(),
                done.actionOwner(),
                done.actionDue(),
                done.by(),
                done.completedAt(),
                Rating.of(view.state().survey()));
    }

    /** The word for how far a review is, where there is none included. */
    static String word(CaseView<Journey> view) {
        return of(view).map(ReviewView::state).orElse("not-closed");
    }
}
