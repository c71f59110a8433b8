package io.redress.analytics.domain;

import io.redress.analytics.domain.JourneyCommand.AnswerSurvey;
import io.redress.analytics.domain.JourneyCommand.CompleteReview;
import io.redress.analytics.domain.JourneyCommand.DeadlineReached;
import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.JourneyFact.Published;
import io.redress.analytics.domain.JourneyFact.Recorded;
import io.redress.analytics.domain.Review.Completed;
import io.redress.analytics.domain.Review.NotOpened;
import io.redress.analytics.domain.Review.Open;
import io.redress.analytics.domain.Review.Overdue;
import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ReviewEvent;
import io.redress.contracts.ReviewEvent.ReviewCompleted;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.ReviewEvent.ReviewOverdue;
import io.redress.contracts.ReviewEvent.SurveyAnswered;
import io.redress.contracts.ReviewEvent.SurveyInvited;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * The rules of a journey. Everything is recorded; a closed case opens its review and invites the customer's rating, and
 * there is no other way for a case to end (R115).
 */
public final class JourneyDecider implements Decider<Journey, JourneyCommand, JourneyFact> {
    private final LearningTerms terms;

    /** With these times for learning. */
    public JourneyDecider(LearningTerms terms) {
        this.terms = terms;
    }

    @Override
    public Journey initialState() {
        return Journey.UNKNOWN;
    }

    @Override
    public Decision<JourneyFact> decide(Journey state, JourneyCommand command, Instant now) {
        return switch (command) {
            case RecordEvent(JourneyEntry entry, Learned learned) -> record(state, entry, learned, now);
            case AnswerSurvey survey -> answer(state, survey, now);
            case CompleteReview complete -> complete(state, complete, now);
            case DeadlineReached() -> remind(state, now);
        };
    }

    private Decision<JourneyFact> record(Journey state, JourneyEntry entry, Learned learned, Instant now) {
        Recorded recorded = new Recorded(entry, learned);
        if (!(learned instanceof Learned.Closure(CaseId caseId, var reason))
                || !(state.review() instanceof NotOpened)) {
            return Decision.accept(recorded);
        }
        if (reason == CaseClosed.Reason.ANSWERED) {
            return Decision.accept(
                    recorded,
                    published(state, 1, now, new ReviewOpened(caseId, now, now.plus(terms.review()))),
                    published(state, 2, now, nothingWentWrong(caseId, now)));
        }
        return Decision.accept(
                recorded,
                published(state, 1, now, new ReviewOpened(caseId, now, now.plus(terms.review()))),
                published(state, 2, now, new SurveyInvited(caseId, now, now.plus(terms.survey()))));
    }

    /** What was no complaint is learned from as well, but nobody has to look for a cause or be asked about a solution. */
    private ReviewCompleted nothingWentWrong(CaseId caseId, Instant now) {
        return new ReviewCompleted(
                caseId,
                "It was no complaint: praise or a question.",
                "Praise is passed on to those who earned it; a question that comes often is answered where it arises.",
                "front-desk",
                LocalDate.ofInstant(now.plus(terms.review()), ZoneOffset.UTC),
                "redress",
                now);
    }

    private static Decision<JourneyFact> answer(Journey state, AnswerSurvey command, Instant now) {
        SurveyAnswered given = state.survey();
        if (given != null) {
            return given.score() == command.score() && Objects.equals(given.words(), command.words())
                    ? Decision.nothing()
                    : Decision.reject("already-answered", "Expected no rating yet, but the customer has given one.");
        }
        return switch (state.review()) {
            case NotOpened _ -> notClosedYet();
            case Open(ReviewOpened opened) -> answered(state, opened, command, now);
            case Overdue(ReviewOpened opened) -> answered(state, opened, command, now);
            case Completed(ReviewOpened opened, ReviewCompleted _) -> answered(state, opened, command, now);
        };
    }

    private static Decision<JourneyFact> answered(
            Journey state, ReviewOpened opened, AnswerSurvey command, Instant now) {
        return Decision.accept(
                published(state, 1, now, new SurveyAnswered(opened.caseId(), command.score(), command.words(), now)));
    }

    private static Decision<JourneyFact> complete(Journey state, CompleteReview command, Instant now) {
        return switch (state.review()) {
            case NotOpened _ -> notClosedYet();
            case Open(ReviewOpened opened) -> completed(state, opened, command, now);
            case Overdue(ReviewOpened opened) -> completed(state, opened, command, now);
            case Completed(ReviewOpened _, ReviewCompleted done) when isSame(done, command) -> Decision.nothing();
            case Completed(ReviewOpened _, ReviewCompleted done) ->
                Decision.reject("already-reviewed", "Expected an open review, but " + done.by() + " has completed it.");
        };
    }

    private static Decision<JourneyFact> completed(
            Journey state, ReviewOpened opened, CompleteReview command, Instant now) {
        return Decision.accept(published(
                state,
                1,
                now,
                new ReviewCompleted(
                        opened.caseId(),
                        command.rootCause(),
                        command.preventiveAction(),
                        command.actionOwner(),
                        command.actionDue(),
                        command.by(),
                        now)));
    }

    private static boolean isSame(ReviewCompleted done, CompleteReview command) {
        return done.rootCause().equals(command.rootCause())
                && done.preventiveAction().equals(command.preventiveAction())
                && done.actionOwner().equals(command.actionOwner())
                && done.actionDue().equals(command.actionDue())
                && done.by().equals(command.by());
    }

    private static Decision<JourneyFact> remind(Journey state, Instant now) {
        return state.review() instanceof Open(ReviewOpened opened) && !now.isBefore(opened.dueAt())
                ? Decision.accept(published(state, 1, now, new ReviewOverdue(opened.caseId(), opened.dueAt())))
                : Decision.nothing();
    }

    private static Published published(Journey state, int nth, Instant now, ReviewEvent event) {
        return new Published(state.published() + nth, now, event);
    }

    private static Decision<JourneyFact> notClosedYet() {
        return Decision.reject("not-closed-yet", "Expected a closed case, but it is still open.");
    }

    @Override
    public Journey evolve(Journey state, JourneyFact fact) {
        return switch (fact) {
            case Recorded(JourneyEntry _, Learned learned) -> learned(state, learned);
            case Published(long seq, Instant _, ReviewEvent event) ->
                told(state, event).havingPublished(seq);
        };
    }

    private static Journey learned(Journey state, Learned learned) {
        return switch (learned) {
            case Learned.Nothing _, Learned.Closure _ -> state;
            case Learned.Submitter(String client) -> state.submittedBy(client);
            case Learned.Departments(var departments) -> state.joinedBy(departments);
        };
    }

    private static Journey told(Journey state, ReviewEvent event) {
        return switch (event) {
            case ReviewOpened opened -> state.with(new Open(opened));
            case SurveyInvited _ -> state;
            case SurveyAnswered answered -> state.with(answered);
            case ReviewOverdue _ ->
                state.review() instanceof Open(ReviewOpened opened) ? state.with(new Overdue(opened)) : state;
            case ReviewCompleted completed -> completed(state, completed);
        };
    }

    private static Journey completed(Journey state, ReviewCompleted completed) {
        return switch (state.review()) {
            case Open(ReviewOpened opened) -> state.with(new Completed(opened, completed));
            case Overdue(ReviewOpened opened) -> state.with(new Completed(opened, completed));
            case NotOpened _, Completed _ -> state;
        };
    }
}
