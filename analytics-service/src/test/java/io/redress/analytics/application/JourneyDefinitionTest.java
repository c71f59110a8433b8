package io.redress.analytics.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyDecider;
import io.redress.analytics.domain.JourneyEntry;
import io.redress.analytics.domain.JourneyFact.Published;
import io.redress.analytics.domain.JourneyFact.Recorded;
import io.redress.analytics.domain.Learned.Closure;
import io.redress.analytics.domain.LearningTerms;
import io.redress.analytics.domain.Review;
import io.redress.analytics.domain.Review.Completed;
import io.redress.analytics.domain.Review.NotOpened;
import io.redress.analytics.domain.Review.Open;
import io.redress.analytics.domain.Review.Overdue;
import io.redress.analytics.domain.exposure.Exposure;
import io.redress.analytics.domain.feedback.Counted;
import io.redress.analytics.domain.feedback.Feedback;
import io.redress.analytics.domain.feedback.FeedbackPolicy;
import io.redress.analytics.domain.feedback.Heard;
import io.redress.analytics.domain.feedback.Said;
import io.redress.analytics.domain.feedback.Told;
import io.redress.analytics.domain.levels.Levels;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.ResolutionEvent.CaseClosed.Reason;
import io.redress.contracts.ReviewEvent.ReviewCompleted;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.ReviewEvent.SurveyAnswered;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class JourneyDefinitionTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final ReviewOpened OPENED = new ReviewOpened(CASE, NOW, NOW.plus(Duration.ofDays(10)));
    private static final ReviewCompleted DONE =
            new ReviewCompleted(CASE, "Cause.", "Prevention.", "Silvia", LocalDate.of(2026, 4, 1), "andrei", NOW);

    private static final Feedback FEEDBACK = new Feedback(
            new Heard(
                    new Said(CASE, "C-1042", Customer.Tier.VIP, "en", "EX-300", "Cluj", "It broke.", NOW),
                    1,
                    List.of("crash"),
                    true,
                    Set.of("o1"),
                    false),
            new Told(1, List.of("crash"), true, NOW),
            new Counted(1, List.of("crash")),
            1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final JourneyDefinition definition = new JourneyDefinition(
            new JourneyDecider(
                    new LearningTerms(Duration.ofDays(10), Duration.ofDays(14)),
                    new FeedbackPolicy(Set.of("crash"), Set.of())),
            new LearningMeters(registry));

    static Review[] reviews() {
        return new Review[] {new NotOpened(), new Open(OPENED), new Overdue(OPENED), new Completed(OPENED, DONE)};
    }

    private static final Levels LEVELS = Levels.NONE
            .answered("r1", "finance", true)
            .rated("r1", "finance", true, false)
            .declined("r2", "logistics")
            .closed(NOW, true)
            .scored(5);

    @ParameterizedTest
    @MethodSource("reviews")
    void a_journey_is_stored_and_read_again_as_it_was(Review review) {
        Journey journey = new Journey(
                "webshop",
                Set.of("finance"),
                review,
                new SurveyAnswered(CASE, 5, "Good.", NOW),
                4,
                FEEDBACK,
                LEVELS,
                Exposure.NONE.from("web").seen(NOW).contradicted().answered(NOW).closed(NOW));
        JsonMapper mapper = JsonMapper.builder().build();

        assertThat(mapper.readValue(mapper.writeValueAsBytes(journey), Journey.class))
                .isEqualTo(journey);
    }

    @Test
    void an_overdue_review_is_still_an_open_one() {
        assertThat(definition.entries(CASE.value(), journey(new Overdue(OPENED))))
                .extracting(IndexEntry::value)
                .containsExactly("open", "overdue");
        assertThat(definition.entries(CASE.value(), journey(new Completed(OPENED, DONE))))
                .extracting(IndexEntry::value)
                .containsExactly("completed");
        assertThat(definition.entries(CASE.value(), journey(new NotOpened()))).isEmpty();
    }

    @Test
    @Behaviour("R26")
    void feedback_is_found_by_its_nature_and_its_product_and_both_and_as_long_as_it_is_not_counted() {
        Journey told = journey(FEEDBACK);
        String[] found = {
            FeedbackEntries.value(null, null),
            FeedbackEntries.value(null, "EX-300"),
            FeedbackEntries.value("crash", null),
            FeedbackEntries.value("crash", "EX-300")
        };

        assertThat(definition.entries(CASE.value(), told))
                .extracting(IndexEntry::value)
                .containsExactly(found);
        assertThat(definition.entries(CASE.value(), journey(FEEDBACK.after(new Counted(2, List.of())))))
                .extracting(IndexEntry::index)
                .contains("feedback-uncounted");
    }

    @Test
    void a_journey_of_before_there_was_feedback_has_none() {
        byte[] before = "{\"involved\":[],\"review\":{\"@type\":\"NotOpened\"},\"published\":0}".getBytes(UTF_8);

        assertThat(JsonMapper.builder().build().readValue(before, Journey.class).feedback())
                .isEqualTo(Feedback.NONE);
    }

    @Test
    void due_dates_are_in_order_as_texts() {
        ReviewOpened later = new ReviewOpened(CASE, NOW, OPENED.dueAt().plusMillis(1));

        assertThat(sort(later)).isGreaterThan(sort(OPENED));
    }

    @Test
    void only_an_open_review_has_a_deadline() {
        assertThat(definition.nextDue(journey(new Open(OPENED)))).contains(OPENED.dueAt());
        assertThat(definition.nextDue(journey(new Overdue(OPENED)))).isEmpty();
    }

    @Test
    void what_is_learned_is_counted_while_it_is_recorded() {
        JourneyEntry entry = new JourneyEntry(NOW, "resolutions", "some", 1, new byte[] {'{', '}'});
        definition.log(new Recorded(entry, new Closure(CASE, Reason.CUSTOMERS_WORD)));
        definition.log(new Published(1, NOW, OPENED));
        definition.log(new Published(2, NOW, new SurveyAnswered(CASE, 4, null, NOW)));

        assertThat(registry.counter("redress_cases_closed_total", "reason", "customers_word")
                        .count())
                .isEqualTo(1);
        assertThat(registry.counter("redress_reviews_opened_total").count()).isEqualTo(1);
        assertThat(registry.summary("redress_survey_score").totalAmount()).isEqualTo(4);
    }

    private String sort(ReviewOpened opened) {
        return definition
                .entries(CASE.value(), journey(new Open(opened)))
                .getFirst()
                .sort();
    }

    private static Journey journey(Review review) {
        return new Journey("webshop", Set.of(), review, null, 2, Feedback.NONE, Levels.NONE);
    }

    private static Journey journey(Feedback feedback) {
        return new Journey("webshop", Set.of(), new NotOpened(), null, 2, feedback, Levels.NONE);
    }
}
