package io.redress.contracts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is learned, on topic {@link Topics#REVIEWS}. */
public sealed interface ReviewEvent extends CaseEvent {

    /** The post-incident analysis that no path can skip (R115). */
    @WireName("redress.review.review-opened.v1")
    record ReviewOpened(CaseId caseId, Instant openedAt, Instant dueAt) implements ReviewEvent {}

    /** The customer is asked how it went (R117). */
    @WireName("redress.review.survey-invited.v1")
    record SurveyInvited(CaseId caseId, Instant invitedAt, Instant dueAt) implements ReviewEvent {}

    /**
     * The customer's own rating.
     *
     * @param score 1 (bad) to 5 (good)
     */
    @WireName("redress.review.survey-answered.v1")
    record SurveyAnswered(
            CaseId caseId, int score, @Nullable String words, Instant answeredAt) implements ReviewEvent {
        public SurveyAnswered {
            Bounds.between("a score", 1, score, 5);
            Bounds.optionalText("words", words, Limits.WORDS);
        }
    }

    /** Nobody did the review in time; the superior is told. */
    @WireName("redress.review.review-overdue.v1")
    record ReviewOverdue(CaseId caseId, Instant dueAt) implements ReviewEvent {}

    /** Root cause and what prevents it from happening again (R116). */
    @WireName("redress.review.review-completed.v1")
    record ReviewCompleted(
            CaseId caseId,
            String rootCause,
            String preventiveAction,
            String actionOwner,
            LocalDate actionDue,
            String by,
            Instant completedAt)
            implements ReviewEvent {
        public ReviewCompleted {
            Bounds.text("a root cause", rootCause, Limits.WORDS);
            Bounds.text("a preventive action", preventiveAction, Limits.WORDS);
            Bounds.text("an action owner", actionOwner, Limits.NAME);
        }
    }
}
