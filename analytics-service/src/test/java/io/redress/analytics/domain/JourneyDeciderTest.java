package io.redress.analytics.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.analytics.domain.JourneyCommand.AnswerSurvey;
import io.redress.analytics.domain.JourneyCommand.CompleteReview;
import io.redress.analytics.domain.JourneyCommand.DeadlineReached;
import io.redress.analytics.domain.JourneyFact.Published;
import io.redress.analytics.domain.JourneyFact.Recorded;
import io.redress.analytics.domain.Learned.Closure;
import io.redress.analytics.domain.Learned.Departments;
import io.redress.analytics.domain.Learned.Nothing;
import io.redress.analytics.domain.exposure.Exposure;
import io.redress.analytics.domain.feedback.FeedbackPolicy;
import io.redress.analytics.domain.feedback.Said;
import io.redress.analytics.domain.levels.Levels;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.CaseClosed.Reason;
import io.redress.contracts.ReviewEvent.ReviewCompleted;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.ReviewEvent.ReviewOverdue;
import io.redress.contracts.ReviewEvent.SurveyAnswered;
import io.redress.contracts.ReviewEvent.SurveyInvited;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class JourneyDeciderTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Said SAID =
            new Said(CASE, "C-1042", Customer.Tier.STANDARD, "en", null, null, "It broke.", NOW);
    private static final Recorded CLOSED =
            new Recorded(entry("resolutions", 4), new Closure(CASE, Reason.CUSTOMERS_WORD));
    private static final Published OPENED = new Published(1, NOW, new ReviewOpened(CASE, NOW, days(10)));
    private static final Published INVITED = new Published(2, NOW, new SurveyInvited(CASE, NOW, days(14)));
    private static final CompleteReview REVIEW =
            new CompleteReview("Wrong table.", "Compare tables.", "Silvia", LocalDate.of(2026, 4, 1), "andrei");

    private final Scenario<Journey, JourneyCommand, JourneyFact> journey = Scenario.of(new JourneyDecider(
            new LearningTerms(Duration.ofDays(10), Duration.ofDays(14)), new FeedbackPolicy(Set.of(), Set.of())));

    @Test
    @Behaviour({"R8", "R115"})
    void what_was_no_complaint_is_learned_from_without_a_survey_and_without_anybodys_work() {
        Recorded answered = new Recorded(CLOSED.entry(), new Learned.Closure(CASE, CaseClosed.Reason.ANSWERED));

        var after = journey.when(new JourneyCommand.RecordEvent(answered.entry(), answered.learned()));

        assertThat(after.events())
                .hasSize(3)
                .startsWith(answered, OPENED)
                .last()
                .satisfies(last -> assertThat(((Published) last).event()).isInstanceOf(ReviewCompleted.class));
        assertThat(after.andThen().state().review()).isInstanceOf(Review.Completed.class);
    }

    @Test
    @Behaviour("R115")
    void a_case_that_opens_again_and_ends_again_is_learned_from_again() {
        Recorded again = new Recorded(entry("resolutions", 5), new Learned.Reopened());

        var reopened = journey.given(CLOSED, OPENED, INVITED)
                .when(REVIEW)
                .andThen()
                .when(new JourneyCommand.RecordEvent(again.entry(), again.learned()))
                .andThen();
        assertThat(reopened.state().review()).isInstanceOf(Review.NotOpened.class);
        assertThat(reopened.when(new JourneyCommand.RecordEvent(entry("resolutions", 6), CLOSED.learned()))
                        .events())
                .filteredOn(Published.class::isInstance)
                .extracting(fact -> ((Published) fact).event().getClass().getSimpleName())
                .containsExactly("ReviewOpened", "SurveyInvited");
    }

    @Test
    void a_review_that_nobody_has_done_when_the_case_opens_again_waits_and_is_not_lost() {
        var state = journey.given(CLOSED, OPENED, INVITED)
                .when(new JourneyCommand.RecordEvent(entry("resolutions", 5), new Learned.Reopened()))
                .andThen()
                .when(REVIEW)
                .andThen()
                .when(new JourneyCommand.RecordEvent(entry("resolutions", 6), CLOSED.learned()))
                .andThen()
                .state();

        assertThat(state.review()).isInstanceOf(Review.Open.class);
    }

    @Test
    void every_event_is_recorded_as_it_came() {
        JourneyEntry entry = entry("routing", 1);

        journey.when(new JourneyCommand.RecordEvent(entry, new Nothing())).then(new Recorded(entry, new Nothing()));
    }

    @Test
    @Behaviour("R115")
    void a_closed_case_opens_its_review_and_asks_the_customer() {
        journey.when(new JourneyCommand.RecordEvent(CLOSED.entry(), CLOSED.learned()))
                .then(CLOSED, OPENED, INVITED);
    }

    @Test
    void closing_again_opens_no_second_review() {
        journey.given(CLOSED, OPENED, INVITED)
                .when(new JourneyCommand.RecordEvent(CLOSED.entry(), CLOSED.learned()))
                .then(CLOSED);
    }

    @Test
    @Behaviour("R117")
    void the_customer_rates_once() {
        AnswerSurvey good = new AnswerSurvey(5, "Quick and honest.");
        journey.given(CLOSED, OPENED, INVITED)
                .when(good)
                .then(new Published(3, NOW, new SurveyAnswered(CASE, 5, "Quick and honest.", NOW)))
                .when(good)
                .thenNothing()
                .when(new AnswerSurvey(1, null))
                .thenRejected("already-answered");
    }

    @Test
    void an_open_case_is_neither_rated_nor_reviewed() {
        journey.when(new AnswerSurvey(5, null)).thenRejected("not-closed-yet");
        journey.when(REVIEW).thenRejected("not-closed-yet");
    }

    @Test
    @Behaviour("R116")
    void a_review_names_the_root_cause_once() {
        Published completed = new Published(
                3,
                NOW,
                new ReviewCompleted(
                        CASE, "Wrong table.", "Compare tables.", "Silvia", LocalDate.of(2026, 4, 1), "andrei", NOW));
        journey.given(CLOSED, OPENED, INVITED)
                .when(REVIEW)
                .then(completed)
                .when(REVIEW)
                .thenNothing()
                .when(new CompleteReview("Else.", "Else.", "Silvia", LocalDate.of(2026, 4, 1), "andrei"))
                .thenRejected("already-reviewed");
    }

    @Test
    @Behaviour("R115")
    void a_review_that_nobody_does_is_overdue_once_and_can_still_be_done() {
        Published overdue = new Published(3, days(10), new ReviewOverdue(CASE, days(10)));
        journey.given(CLOSED, OPENED, INVITED)
                .at(days(10).minusSeconds(1))
                .when(new DeadlineReached())
                .thenNothing()
                .at(days(10))
                .when(new DeadlineReached())
                .then(overdue)
                .when(new DeadlineReached())
                .thenNothing()
                .when(REVIEW)
                .andThen();
    }

    @RepeatedTest(50)
    void the_order_in_which_topics_are_read_makes_no_difference() {
        long seed = System.nanoTime();
        List<Learned> learned = new ArrayList<>(List.of(
                new Learned.Complaint("webshop", SAID),
                new Departments(Set.of(new DepartmentCode("finance"))),
                new Departments(Set.of(new DepartmentCode("logistics"))),
                new Closure(CASE, Reason.CUSTOMERS_WORD),
                new Nothing()));
        Collections.shuffle(learned, new Random(seed));

        learned.forEach(it -> journey.when(new JourneyCommand.RecordEvent(entry("any", 1), it))
                .andThen());

        assertThat(journey.state())
                .as("seed %d", seed)
                .isEqualTo(new Journey(
                        "webshop",
                        Set.of("finance", "logistics"),
                        new Review.Open(new ReviewOpened(CASE, NOW, days(10))),
                        null,
                        2,
                        journey.state().feedback(),
                        Levels.NONE.closed(NOW, null),
                        Exposure.NONE.closed(NOW)));
    }

    private static JourneyEntry entry(String stream, long seq) {
        return new JourneyEntry(NOW, stream, "redress.some-event.v1", seq, "{}".getBytes(UTF_8));
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
