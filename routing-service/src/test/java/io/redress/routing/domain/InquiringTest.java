package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.KnowledgeEvent.KnowledgeSought;
import io.redress.contracts.RequestId;
import io.redress.routing.domain.CaseKnowledge.Contribution;
import io.redress.routing.domain.KnowledgeCommand.NoteContribution;
import io.redress.routing.domain.KnowledgeCommand.SeekKnowledge;
import io.redress.routing.domain.KnowledgeFact.ContributionsCredited;
import io.redress.routing.domain.KnowledgeFact.ContributorNoted;
import io.redress.routing.domain.KnowledgeFact.InquiryAnswered;
import io.redress.routing.domain.KnowledgeFact.InquiryEnded;
import io.redress.routing.domain.KnowledgeFact.KnowledgeAsked;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@Behaviour("R68")
class InquiringTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final Complaint COMPLAINT = Example.complaint(CASE);
    private static final SeekKnowledge SEEK = seek("Who has talked to C-1042?", "key-1", "print");
    private static final NoteContribution MIHAI =
            new NoteContribution("c1", LOGISTICS, "The order was changed.", "Mihai", "q1", NOW.plusSeconds(60));

    @Test
    void the_question_goes_out_without_telling_who_the_customer_is() {
        routed().when(SEEK)
                .then(new KnowledgeAsked(
                        new KnowledgeSought(
                                CASE,
                                "q1",
                                "Who has talked to [customer]?",
                                List.of(FINANCE, LOGISTICS),
                                "felicia",
                                NOW,
                                TOMORROW),
                        "key-1",
                        "print"));
    }

    @Test
    void the_same_question_again_is_asked_once_and_another_needs_a_key_of_its_own() {
        var asked = asked();

        asked.when(SEEK).thenNothing();
        asked.when(seek("Something else?", "key-1", "other")).thenRejected("idempotency-key-reused");
    }

    @Test
    void whoever_answers_helps_and_owns_nothing() {
        var answered = asked().when(MIHAI)
                .then(
                        new InquiryAnswered(
                                "q1",
                                new Contribution(
                                        "c1",
                                        LOGISTICS,
                                        "The order was changed.",
                                        "Mihai",
                                        MIHAI.contributedAt(),
                                        false)),
                        new ContributorNoted(LOGISTICS));

        assertThat(answered.state().caseOwner()).contains(COMPLAINT.owner());
        assertThat(((RoutingState.Routed) answered.state()).requests())
                .extracting(it -> it.ask().department())
                .containsExactly(FINANCE);
        answered.when(MIHAI).thenNothing();
    }

    @Test
    void a_contribution_that_answers_nothing_still_shows_who_knows_the_customer() {
        routed().when(new NoteContribution("c9", LOGISTICS, "By the way.", "Mihai", null, NOW))
                .then(new ContributorNoted(LOGISTICS));
    }

    @Test
    void an_answer_that_uses_a_contribution_credits_it() {
        var answered = asked().when(MIHAI).andThen();

        var credited = answered.when(new NoteAnswer(RequestId.of(CASE, 1), FINANCE, List.of("c1", "elsewhere"), null))
                .then(new AnswerNoted(RequestId.of(CASE, 1), NOW), new ContributionsCredited(List.of("c1")));

        assertThat(((RoutingState.Routed) credited.state())
                        .knowledge()
                        .inquiries()
                        .getFirst()
                        .answers())
                .allMatch(Contribution::credited);
    }

    @Test
    void what_nobody_answers_ends_silently_at_its_time() {
        // Nobody else is waited for, so that only the time of the inquiry can run out.
        var asked = asked().when(new NoteAnswer(RequestId.of(CASE, 1), FINANCE)).andThen();

        assertThat(Deadlines.besideSilence(asked.state())).contains(TOMORROW);
        asked.at(TOMORROW.minusSeconds(1)).when(new NoticeTime(Absences.NONE)).thenNothing();
        var ended = asked.at(TOMORROW).when(new NoticeTime(Absences.NONE)).then(new InquiryEnded("q1", false));
        ended.when(new NoticeTime(Absences.NONE)).thenNothing();
        assertThat(Deadlines.besideSilence(ended.state())).isEmpty();
    }

    @Test
    void what_somebody_answered_ends_as_answered_also_with_the_case() {
        asked().when(MIHAI).andThen().when(new EndCase()).then(new InquiryEnded("q1", true), new CaseEnded(NOW));
    }

    @Test
    void nobody_is_asked_where_nobody_can_know_or_too_often_or_about_a_case_that_another_speaks_for() {
        routed().when(new SeekKnowledge("Who?", List.of(), "felicia", TOMORROW, "k", "f"))
                .thenRejected("nobody-knows");
        routed().when(new SeekKnowledge("Who?", List.of(FINANCE), "felicia", NOW, "k", "f"))
                .thenRejected("answer-by-passed");
        routed().when(new Pause(new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e71")))
                .andThen()
                .when(SEEK)
                .thenRejected("merged");
        Scenario.of(decider()).when(SEEK).thenRejected("not-routed");
        var full = routed();
        for (int i = 0; i < CaseKnowledge.MOST_INQUIRIES; i++) {
            full.when(seek("Who?", "key-" + i, "print")).andThen();
        }
        full.when(seek("Who?", "one-more", "print")).thenRejected("too-many-inquiries");
    }

    private static SeekKnowledge seek(String question, String key, String fingerprint) {
        return new SeekKnowledge(question, List.of(FINANCE, LOGISTICS), "felicia", TOMORROW, key, fingerprint);
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> asked() {
        return routed().when(SEEK).andThen();
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> routed() {
        var overcharge = new Hypothesis("overcharge", Cause.SERVICE_FAILURE, 1, List.of(), "test");
        return Scenario.of(decider())
                .when(new HearComplaint(COMPLAINT))
                .andThen()
                .when(new Route(new Diagnosis(List.of(overcharge), false, false)))
                .andThen();
    }

    /** Whoever is asked has weeks for it, so that nobody's silence speaks here. */
    private static RoutingDecider decider() {
        List<Department> patient = Shipped.DEPARTMENTS.all().stream()
                .map(it -> new Department(it.code(), it.name(), it.handles(), 2_000))
                .toList();
        return new RoutingDecider(
                new Departments(patient, Shipped.DEPARTMENTS.authority(), Shipped.DEPARTMENTS.listener()),
                Shipped.TABLE);
    }
}
