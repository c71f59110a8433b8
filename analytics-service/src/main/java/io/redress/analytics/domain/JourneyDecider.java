package io.redress.analytics.domain;

import io.redress.analytics.domain.JourneyCommand.AnswerSurvey;
import io.redress.analytics.domain.JourneyCommand.CompleteReview;
import io.redress.analytics.domain.JourneyCommand.DeadlineReached;
import io.redress.analytics.domain.JourneyCommand.NoteCounted;
import io.redress.analytics.domain.JourneyCommand.NoteStanding;
import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.JourneyFact.ExposureNoticed;
import io.redress.analytics.domain.JourneyFact.FeedbackCounted;
import io.redress.analytics.domain.JourneyFact.FeedbackTold;
import io.redress.analytics.domain.JourneyFact.LevelsCounted;
import io.redress.analytics.domain.JourneyFact.Published;
import io.redress.analytics.domain.JourneyFact.Recorded;
import io.redress.analytics.domain.Review.Completed;
import io.redress.analytics.domain.Review.NotOpened;
import io.redress.analytics.domain.Review.Open;
import io.redress.analytics.domain.Review.Overdue;
import io.redress.analytics.domain.exposure.Noticed;
import io.redress.analytics.domain.feedback.Counted;
import io.redress.analytics.domain.feedback.FeedbackPolicy;
import io.redress.analytics.domain.levels.Standing;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of a journey. Everything is recorded; a closed case opens its review and invites the customer's rating, and
 * there is no other way for a case to end (R115). What it says about the products goes to product management (R26).
 */
public final class JourneyDecider implements Decider<Journey, JourneyCommand, JourneyFact> {
    private final LearningTerms terms;
    private final FeedbackPolicy policy;
    private final JourneyEvolution evolution;

    /**
     * @param terms times for learning
     * @param policy what concerns product management
     */
    public JourneyDecider(LearningTerms terms, FeedbackPolicy policy) {
        this.terms = terms;
        this.policy = policy;
        this.evolution = new JourneyEvolution(policy);
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
            case NoteCounted(Counted counted) -> count(state, counted);
            case NoteStanding(Standing standing) -> count(state, standing);
            case DeadlineReached() -> remind(state, now);
        };
    }

    private Decision<JourneyFact> record(Journey state, JourneyEntry entry, Learned learned, Instant now) {
        List<JourneyFact> facts = new ArrayList<>(3);
        facts.add(new Recorded(entry, learned));
        if (learned instanceof Learned.Closure(CaseId caseId, var reason, var _)
                && (state.review() instanceof NotOpened || state.review() instanceof Completed)) {
            facts.add(published(state, 1, now, new ReviewOpened(caseId, now, now.plus(terms.review()))));
            facts.add(published(
                    state,
                    2,
                    now,
                    reason == CaseClosed.Reason.ANSWERED
                            ? nothingWentWrong(caseId, now)
                            : new SurveyInvited(caseId, now, now.plus(terms.survey()))));
        }
        feedback(state, learned, now).ifPresent(facts::add);
        Noticed.between(
                        state.exposure(),
                        evolution.learned(state, learned, entry.time()).exposure())
                .forEach(noticed -> facts.add(new ExposureNoticed(noticed)));
        return Decision.accept(facts);
    }

    /** Product management is told as soon as there is something for it, and when there is not any more (R26). */
    private Optional<JourneyFact> feedback(Journey state, Learned learned, Instant now) {
        return switch (learned) {
            // These change nothing about what a case is about; further words alone are no news.
            case Learned.Nothing _,
                    Learned.Departments _,
                    Learned.Closure _,
                    Learned.Reopened _,
                    Learned.Words _,
                    Learned.Declined _,
                    Learned.SentBack _,
                    Learned.SaidInPublic _,
                    Learned.Contradicted _,
                    Learned.Rated _ -> Optional.empty();
            case Learned.Complaint _,
                    Learned.Diagnosis _,
                    Learned.Answered _,
                    Learned.Proposed _,
                    Learned.Chosen _,
                    Learned.Merged _ ->
                evolution
                        .learned(state, learned, now)
                        .feedback()
                        .next(policy, now)
                        .map(event -> new FeedbackTold(state.feedback().published() + 1, now, event));
        };
    }

    /** The same count noted again, or too late, changes nothing. */
    private static Decision<JourneyFact> count(Journey state, Counted counted) {
        return counted.number() == state.feedback().counted().number() + 1
                ? Decision.accept(new FeedbackCounted(counted))
                : Decision.nothing();
    }

    /** Likewise. */
    private static Decision<JourneyFact> count(Journey state, Standing standing) {
        return standing.number() == state.levels().standing().number() + 1
                ? Decision.accept(new LevelsCounted(standing))
                : Decision.nothing();
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
        return evolution.after(state, fact);
    }
}
