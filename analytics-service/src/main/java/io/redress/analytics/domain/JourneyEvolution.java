package io.redress.analytics.domain;

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
import io.redress.analytics.domain.feedback.Counted;
import io.redress.analytics.domain.feedback.FeedbackPolicy;
import io.redress.analytics.domain.feedback.Heard;
import io.redress.analytics.domain.feedback.Said;
import io.redress.analytics.domain.levels.Standing;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.FeedbackEvent;
import io.redress.contracts.RequestId;
import io.redress.contracts.ReviewEvent;
import io.redress.contracts.ReviewEvent.ReviewCompleted;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.ReviewEvent.ReviewOverdue;
import io.redress.contracts.ReviewEvent.SurveyAnswered;
import io.redress.contracts.ReviewEvent.SurveyInvited;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of a journey after each of its facts. */
final class JourneyEvolution {
    private final FeedbackPolicy policy;

    JourneyEvolution(FeedbackPolicy policy) {
        this.policy = policy;
    }

    Journey after(Journey state, JourneyFact fact) {
        return switch (fact) {
            case Recorded(JourneyEntry entry, Learned learned) -> learned(state, learned, entry.time());
            case Published(long seq, Instant _, ReviewEvent event) ->
                told(state, event).havingPublished(seq);
            case FeedbackTold(long seq, Instant _, FeedbackEvent event) ->
                state.with(state.feedback().after(event, seq));
            case FeedbackCounted(Counted counted) -> state.with(state.feedback().after(counted));
            case LevelsCounted(Standing standing) -> state.with(state.levels().after(standing));
            case ExposureNoticed _ -> state;
        };
    }

    /** What the journey knows once it has learned something at an instant. */
    Journey learned(Journey state, Learned learned, Instant at) {
        Heard heard = state.feedback().heard();
        return switch (learned) {
            case Learned.Nothing _ -> state;
            case Learned.Departments(var departments, var publicSince) -> {
                Journey joined = state.joinedBy(departments);
                yield publicSince == null
                        ? joined
                        : joined.with(joined.exposure().seen(publicSince));
            }
            case Learned.SaidInPublic _ -> state.with(state.exposure().answered(at));
            case Learned.Contradicted _ -> state.with(state.exposure().contradicted());
            case Learned.Closure(var _, var _, var satisfied) ->
                state.with(state.feedback().closed())
                        .with(state.levels().closed(at, satisfied))
                        .with(state.exposure().closed(at));
            case Learned.Reopened _ -> state.reopened();
            case Learned.Complaint(String client, Said said, var channel) -> {
                Journey filed = hearing(state.submittedBy(client), heard.complaint(said));
                yield channel == null ? filed : filed.with(filed.exposure().from(channel));
            }
            case Learned.Words(String text) -> hearing(state, heard.further(text));
            case Learned.Diagnosis(int revision, var natures) -> hearing(state, heard.diagnosed(revision, natures));
            case Learned.Answered answered ->
                served(
                        answered.kinds().stream().anyMatch(policy::isWish)
                                ? hearing(state, heard.registering())
                                : state,
                        answered);
            case Learned.Declined(var request, var department) ->
                state.with(state.levels().declined(request.value(), department.value()));
            case Learned.SentBack(var request, var department) ->
                state.with(state.levels().sentBack(request.value(), department.value()));
            case Learned.Rated(var request, var department, boolean onTime, boolean complete) ->
                state.with(state.levels().rated(request.value(), department.value(), onTime, complete));
            case Learned.Proposed(var kinds) -> hearing(state, heard.offered(wishes(kinds)));
            case Learned.Chosen(String option) -> hearing(state, heard.chosen(option));
            case Learned.Merged(boolean merged) ->
                hearing(state, heard.merged(merged)).with(state.exposure().merged(merged));
        };
    }

    private static Journey served(Journey state, Learned.Answered answered) {
        RequestId request = answered.request();
        DepartmentCode department = answered.department();
        return request == null || department == null
                ? state
                : state.with(state.levels().answered(request.value(), department.value(), answered.onTime()));
    }

    private static Journey hearing(Journey state, Heard heard) {
        return state.with(state.feedback().with(heard));
    }

    private Set<String> wishes(Map<String, String> kinds) {
        return kinds.entrySet().stream()
                .filter(option -> policy.isWish(option.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Journey told(Journey state, ReviewEvent event) {
        return switch (event) {
            case ReviewOpened opened -> state.with(new Open(opened));
            case SurveyInvited _ -> state;
            case SurveyAnswered answered ->
                state.with(answered).with(state.levels().scored(answered.score()));
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
