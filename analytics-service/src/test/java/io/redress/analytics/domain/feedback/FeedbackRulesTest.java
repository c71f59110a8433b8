package io.redress.analytics.domain.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.NoteCounted;
import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.JourneyDecider;
import io.redress.analytics.domain.JourneyEntry;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.JourneyFact.FeedbackTold;
import io.redress.analytics.domain.Learned;
import io.redress.analytics.domain.LearningTerms;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.FeedbackEvent;
import io.redress.contracts.FeedbackEvent.FeedbackCollected;
import io.redress.contracts.FeedbackEvent.FeedbackWithdrawn;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Limits;
import io.redress.contracts.Owner;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which complaints product management is told of, and what it learns of them. */
@Behaviour("R26")
class FeedbackRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final FeedbackPolicy POLICY =
            new FeedbackPolicy(Set.of("missing-feature", "crash"), Set.of("feature-registered"));
    private static final Learned COMPLAINT = complaint("I cannot set a timer.");
    private static final Learned MISSING = diagnosis(0, "missing-feature");
    private static final Learned INVOICE = diagnosis(0, "invoice");

    private final Scenario<Journey, JourneyCommand, JourneyFact> journey =
            Scenario.of(new JourneyDecider(new LearningTerms(Duration.ofDays(10), Duration.ofDays(14)), POLICY));

    @Test
    void a_complaint_about_the_product_is_told_once_with_the_customers_words() {
        learn(COMPLAINT);
        assertThat(learn(MISSING))
                .isEqualTo(new FeedbackCollected(
                        CASE,
                        0,
                        List.of("missing-feature"),
                        false,
                        "EX-300",
                        "Cluj",
                        "en",
                        Customer.Tier.VIP,
                        "I cannot set a timer.",
                        NOW,
                        NOW));

        assertThat(learn(diagnosis(1, "missing-feature"))).isNull();
        assertThat(learn(new Learned.Departments(Set.of(new DepartmentCode("finance")))))
                .isNull();
    }

    @Test
    void what_is_about_something_else_is_not_told_and_leaves_no_words_behind() {
        learn(COMPLAINT);
        assertThat(learn(INVOICE)).isNull();
        assertThat(heard().words()).isNotNull();

        learn(new Learned.Closure(CASE, CaseClosed.Reason.CUSTOMERS_WORD));

        assertThat(heard().words()).isNull();
    }

    @Test
    void the_words_of_feedback_outlive_the_case() {
        learn(COMPLAINT);
        learn(MISSING);
        learn(new Learned.Closure(CASE, CaseClosed.Reason.CUSTOMERS_WORD));

        assertThat(heard().words()).isEqualTo("I cannot set a timer.");
    }

    @Test
    void nothing_that_finds_or_names_the_customer_is_told() {
        learn(complaint("My name is Ana Pop, customer C-1042, order no. 55123, ana.pop@mail.example.ro. It crashed."));
        learn(new Learned.Words("Call +40 722 123 456. Mrs Ana Pop"));

        assertThat(((FeedbackCollected) told(diagnosis(1, "crash"))).words())
                .isEqualTo("My name is [name], customer [customer], order no. [number], [e-mail]. It crashed."
                        + "\n\nCall [number]. Mrs [name]");
    }

    @Test
    void long_words_are_cut() {
        learn(complaint("It crashed. ".repeat(1_000)));
        learn(new Learned.Words("Again!"));

        assertThat(((FeedbackCollected) told(diagnosis(1, "crash"))).words()).hasSize(Limits.NOTE);
    }

    @Test
    void a_revised_diagnosis_is_told_where_it_makes_a_difference_and_withdrawn_where_it_is_no_feedback_any_more() {
        learn(COMPLAINT);
        learn(MISSING);

        assertThat(told(diagnosis(1, "crash", "missing-feature")))
                .isInstanceOfSatisfying(FeedbackCollected.class, it -> {
                    assertThat(it.revision()).isEqualTo(1);
                    assertThat(it.natures()).containsExactly("crash", "missing-feature");
                });
        assertThat(learn(diagnosis(2, "invoice")))
                .isEqualTo(new FeedbackWithdrawn(CASE, 2, FeedbackWithdrawn.Reason.ABOUT_SOMETHING_ELSE, NOW));
        assertThat(learn(diagnosis(3, "delivery"))).isNull();
        assertThat(learn(diagnosis(4, "crash"))).isInstanceOf(FeedbackCollected.class);
        assertThat(journey.state().feedback().published()).isEqualTo(4);
    }

    @Test
    void what_is_merely_possible_is_not_told() {
        learn(COMPLAINT);
        assertThat(learn(Learned.Diagnosis.of(
                        0, List.of(hypothesis("invoice", 0.9), hypothesis("crash", 0.5), hypothesis("crash", 0.2)))))
                .isNull();
        assertThat(learn(Learned.Diagnosis.of(1, List.of(hypothesis("invoice", 0.9), hypothesis("crash", 0.6)))))
                .isInstanceOfSatisfying(
                        FeedbackCollected.class, it -> assertThat(it.natures()).containsExactly("crash"));
    }

    @Test
    void a_registered_wish_is_told_whatever_the_complaint_is_about() {
        learn(COMPLAINT);
        learn(INVOICE);
        learn(new Learned.Proposed(Map.of("o1", "refund", "o2", "feature-registered")));
        assertThat(learn(new Learned.Chosen("o1"))).isNull();
        assertThat(learn(new Learned.Chosen("o2"))).isInstanceOfSatisfying(FeedbackCollected.class, it -> {
            assertThat(it.registered()).isTrue();
            assertThat(it.natures()).containsExactly("invoice");
        });
    }

    @Test
    void a_department_that_would_register_a_wish_has_found_one() {
        learn(COMPLAINT);
        learn(INVOICE);
        assertThat(learn(new Learned.Answered(Set.of("refund")))).isNull();
        assertThat(learn(new Learned.Answered(Set.of("feature-registered", "refund"))))
                .isInstanceOf(FeedbackCollected.class);
        assertThat(learn(new Learned.Answered(Set.of("feature-registered")))).isNull();
    }

    @Test
    void a_merged_case_is_told_by_the_other_one_until_the_merge_is_undone() {
        learn(COMPLAINT);
        learn(MISSING);
        assertThat(learn(new Learned.Merged(true)))
                .isEqualTo(new FeedbackWithdrawn(CASE, 0, FeedbackWithdrawn.Reason.MERGED, NOW));
        assertThat(learn(new Learned.Merged(false))).isInstanceOf(FeedbackCollected.class);
    }

    @Test
    void what_other_topics_say_first_waits_for_the_complaint() {
        assertThat(learn(new Learned.Answered(Set.of("feature-registered")))).isNull();
        assertThat(learn(COMPLAINT)).isNull();
        assertThat(learn(INVOICE)).isInstanceOf(FeedbackCollected.class);
    }

    @Test
    void a_count_is_noted_once_and_in_its_turn() {
        learn(COMPLAINT);
        learn(MISSING);
        assertThat(journey.state().feedback().isUncounted()).isTrue();
        Counted first = new Counted(1, List.of("missing-feature"));

        journey.when(new NoteCounted(new Counted(2, List.of())))
                .thenNothing()
                .when(new NoteCounted(first))
                .then(new JourneyFact.FeedbackCounted(first))
                .when(new NoteCounted(first))
                .thenNothing();
        assertThat(journey.state().feedback().isUncounted()).isFalse();
    }

    /** What product management hears of it. */
    private @Nullable FeedbackEvent learn(Learned learned) {
        JourneyEntry entry = new JourneyEntry(NOW, "any", "redress.some-event.v1", 1, "{}".getBytes(UTF_8));
        var after = journey.when(new RecordEvent(entry, learned));
        after.andThen();
        return after.events().stream()
                .filter(FeedbackTold.class::isInstance)
                .map(it -> ((FeedbackTold) it).event())
                .findFirst()
                .orElse(null);
    }

    private FeedbackEvent told(Learned learned) {
        return Objects.requireNonNull(learn(learned), "something told");
    }

    private Said heard() {
        return Objects.requireNonNull(journey.state().feedback().heard().said(), "a complaint");
    }

    private static Learned complaint(String words) {
        return new Learned.Complaint(
                "webshop",
                Said.in(new ComplaintReceived(
                        CASE,
                        null,
                        "webshop",
                        new Customer("C-1042", Customer.Tier.VIP),
                        "web",
                        "en",
                        words,
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        NOW,
                        null,
                        null,
                        null,
                        null,
                        "EX-300",
                        "Cluj")));
    }

    private static Learned diagnosis(int revision, String... natures) {
        return new Learned.Diagnosis(revision, List.of(natures));
    }

    private static Hypothesis hypothesis(String nature, double confidence) {
        return new Hypothesis(nature, Cause.UNMET_NEED, confidence, List.of(), "rule");
    }
}
