package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.citing;
import static io.redress.department.domain.Example.decline;
import static io.redress.department.domain.Example.help;
import static io.redress.department.domain.Example.helping;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.question;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CooperationEvent.CorrectionAcknowledged;
import io.redress.contracts.CooperationEvent.EvidenceAttached;
import io.redress.contracts.CooperationEvent.HelpReleased;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.InformalQuestionAnswered;
import io.redress.contracts.CooperationEvent.InformalQuestionAsked;
import io.redress.contracts.CooperationEvent.KnowledgeContributed;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.KnownAnswer;
import io.redress.contracts.Party;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.CooperationCommand.AnswerInformally;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.CooperationCommand.AskInformally;
import io.redress.department.domain.CooperationCommand.AttachEvidence;
import io.redress.department.domain.CooperationCommand.Contribute;
import io.redress.department.domain.CooperationFact.OwnerLearned;
import io.redress.department.domain.DepartmentCommand.EndRequest;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What departments and the front desk do for each other beside answering. */
class CooperationTest {
    private static final Speaker CONSULTANT = new Speaker("andrei", true, Set.of());
    private static final Speaker COLLEAGUE = new Speaker("felicia", true, Set.of());
    private static final Speaker OF_FINANCE = new Speaker("silvia", false, Set.of(FINANCE));
    private static final Speaker OF_LOGISTICS = new Speaker("remus", false, Set.of(LOGISTICS));

    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked =
            Scenario.of(new DepartmentDecider()).given(new OwnerLearned(ANDREI), new RequestTaken(raised(R1, FINANCE)));

    @Test
    @Behaviour({"R58", "R94"})
    void a_question_goes_to_whoever_made_the_request() {
        assertThat(told(asked, new Reply(question("q", R1, FINANCE))))
                .containsExactly(new QuestionAsked(
                        CASE, R1, "question-1", FINANCE, ANDREI, "Which of the two invoices?", "Silvia", NOW));
        asked.when(new HearReply(question("q", R1, FINANCE))).thenNothing();
        asked.when(new Reply(progress("q", R1, FINANCE))).thenRejected("reply-id-reused");

        asked.given(new RequestTaken(helping(R2, LOGISTICS, R1)));
        assertThat(told(asked, new Reply(question("q", R2, LOGISTICS))))
                .singleElement()
                .satisfies(it -> assertThat(((QuestionAsked) it).to()).isEqualTo(Party.department(FINANCE)));
    }

    @Test
    @Behaviour("R94")
    void a_question_goes_to_the_present_owner_and_without_one_to_the_front_desk() {
        var unowned = Scenario.of(new DepartmentDecider()).given(new RequestTaken(raised(R1, FINANCE)));
        unowned.when(new Reply(question("q", R1, FINANCE))).andThen();
        assertThat(unowned.state().cooperation().questions().getFirst().to()).isEqualTo(Speaker.FRONT_DESK);
        unowned.when(new AnswerQuestion(CASE, "question-1", CONSULTANT, "March."))
                .andThen();

        asked.when(new LearnOwner(null, Party.consultant("felicia"))).andThen();
        asked.when(new LearnOwner(R1, Party.department(LOGISTICS))).thenNothing();
        asked.when(new Reply(question("q", R1, FINANCE))).andThen();
        assertThat(asked.state().cooperation().questions().getFirst().to()).isEqualTo(Party.consultant("felicia"));
    }

    @Test
    @Behaviour("R94")
    void while_a_question_is_open_the_departments_clock_stands_still() {
        asked.when(new Reply(question("q1", R1, FINANCE))).andThen();
        var later = asked.at(NOW.plusSeconds(60));
        later.when(new Reply(question("q2", R1, FINANCE))).andThen();

        var first = later.at(NOW.plusSeconds(100));
        assertThat(told(first, new AnswerQuestion(CASE, "question-1", CONSULTANT, "March.")))
                .containsExactly(new QuestionAnswered(
                        CASE, R1, "question-1", FINANCE, "March.", "andrei", NOW.plusSeconds(100), DUE));
        var second = first.at(NOW.plusSeconds(300));
        assertThat(told(second, new AnswerQuestion(CASE, "question-2", COLLEAGUE, "The second.")))
                .singleElement()
                .satisfies(it -> assertThat(((QuestionAnswered) it).dueAt()).isEqualTo(DUE.plusSeconds(300)));

        var third = second.at(NOW.plusSeconds(1000));
        third.when(new Reply(question("q3", R1, FINANCE))).andThen();
        var last = third.at(NOW.plusSeconds(1050));
        last.when(new AnswerQuestion(CASE, "question-3", CONSULTANT, "Yes.")).andThen();
        assertThat(dueAt(last.state())).isEqualTo(DUE.plusSeconds(350));
        assertThat(Asking.movedBy(last.state().cooperation().questions())).isEqualTo(Duration.ofSeconds(350));
        assertThat(Asking.stoppedSince(last.state().cooperation().questions())).isNull();
    }

    @Test
    void a_question_is_answered_once_by_whom_it_was_put_to() {
        asked.when(new Reply(question("q", R1, FINANCE))).andThen();
        asked.when(new AnswerQuestion(CASE, "question-1", OF_LOGISTICS, "March."))
                .thenRejected("unknown-question");
        asked.when(new AnswerQuestion(CASE, "question-7", CONSULTANT, "March.")).thenRejected("unknown-question");
        asked.when(new AnswerQuestion(CASE, "question-1", CONSULTANT, "March.")).andThen();

        asked.when(new AnswerQuestion(CASE, "question-1", CONSULTANT, "March.")).thenNothing();
        asked.when(new AnswerQuestion(CASE, "question-1", CONSULTANT, "April.")).thenRejected("already-answered");
        asked.when(new AnswerQuestion(CASE, "question-1", COLLEAGUE, "March.")).thenRejected("already-answered");
    }

    @Test
    void a_department_that_goes_on_all_the_same_needs_no_answer_any_more() {
        asked.when(new Reply(question("q", R1, FINANCE))).andThen();
        asked.when(new Reply(answer("a", R1, FINANCE))).andThen();

        asked.when(new AnswerQuestion(CASE, "question-1", CONSULTANT, "March.")).thenRejected("not-needed");
        asked.when(new Reply(question("r", R1, FINANCE))).thenRejected("already-answered");
    }

    @Test
    void a_department_asks_a_bounded_number_of_questions_at_a_time() {
        for (int i = 0; i < Asking.MOST_OPEN; i++) {
            asked.when(new Reply(question("q" + i, R1, FINANCE))).andThen();
        }
        asked.when(new Reply(question("more", R1, FINANCE))).thenRejected("too-many-questions");
        asked.when(new AnswerQuestion(CASE, "question-1", CONSULTANT, "March.")).andThen();
        asked.when(new Reply(question("more", R1, FINANCE))).andThen();
    }

    @Test
    @Behaviour({"R57", "R60"})
    void a_department_that_needs_another_one_says_so_and_answers_for_its_part_all_the_same() {
        assertThat(told(asked, new Reply(help("h", R1, FINANCE, LOGISTICS))))
                .containsExactly(new HelpRequested(
                        CASE,
                        R1,
                        "help-1",
                        FINANCE,
                        LOGISTICS,
                        RequestKind.INFORMATION,
                        "When did it leave?",
                        "Silvia",
                        NOW));
        asked.when(new Reply(help("h", R1, FINANCE, LOGISTICS))).thenNothing();
        asked.when(new Reply(help("i", R1, FINANCE, FINANCE))).thenRejected("own-department");
        asked.when(new Reply(new DepartmentReply.Help(
                        "i", R1, FINANCE, "Silvia", LOGISTICS, RequestKind.EXECUTION, "Do it.")))
                .thenRejected("execution-follows-a-choice");
        assertThat(asked.state().request(R1)).isInstanceOf(Request.Open.class);
    }

    @Test
    void help_that_is_not_needed_any_more_is_released_once() {
        var released = new HelpReleased(CASE, R1, "help-1", FINANCE, LOGISTICS, "It was the parcel.", NOW);
        asked.when(new Reply(help("h", R1, FINANCE, LOGISTICS))).andThen();
        asked.given(new RequestTaken(helping(R2, LOGISTICS, R1)));

        assertThat(told(asked, new EndRequest(R1, "It was the parcel."))).containsExactly(released);
        asked.when(new EndRequest(R1, "It was the parcel.")).thenNothing();
    }

    @Test
    void help_is_released_by_an_answer_and_by_a_decline_unless_it_has_come() {
        for (var end : List.of(answer("e", R1, FINANCE), decline("e", R1, FINANCE, LOGISTICS))) {
            var waiting = Scenario.of(new DepartmentDecider()).given(new RequestTaken(raised(R1, FINANCE)));
            waiting.when(new Reply(help("h", R1, FINANCE, LOGISTICS))).andThen();
            assertThat(told(waiting, new Reply(end))).hasAtLeastOneElementOfType(HelpReleased.class);
        }
        asked.when(new Reply(help("h", R1, FINANCE, LOGISTICS))).andThen();
        asked.given(new RequestTaken(helping(R2, LOGISTICS, R1)));
        asked.when(new Reply(answer("a", R2, LOGISTICS))).andThen();

        assertThat(told(asked, new Reply(answer("e", R1, FINANCE)))).hasOnlyElementsOfType(RequestAnswered.class);
    }

    @Test
    void the_answer_of_a_helper_says_whom_it_helps() {
        asked.given(new RequestTaken(helping(R2, LOGISTICS, R1)));

        assertThat(told(asked, new Reply(answer("a", R2, LOGISTICS))))
                .singleElement()
                .satisfies(it -> assertThat(((RequestAnswered) it).parent()).isEqualTo(R1));
    }

    @Test
    @Behaviour("R68")
    void whoever_knows_something_says_it_without_owning_anything() {
        var before = asked.state().requests();
        assertThat(told(asked, new Contribute(CASE, "k", OF_LOGISTICS, "It was changed.", "q1")))
                .containsExactly(new KnowledgeContributed(
                        CASE, "contribution-1", LOGISTICS, "It was changed.", "remus", "q1", NOW));
        asked.when(new Contribute(CASE, "k", OF_LOGISTICS, "It was changed.", "q1"))
                .thenNothing();
        asked.when(new Contribute(CASE, "k", OF_LOGISTICS, "It was not.", "q1")).thenRejected("reply-id-reused");
        assertThat(told(asked, new Contribute(CASE, "l", CONSULTANT, "I was told so.", null)))
                .containsExactly(
                        new KnowledgeContributed(CASE, "contribution-2", null, "I was told so.", "andrei", null, NOW));
        assertThat(asked.state().requests()).isEqualTo(before);
    }

    @Test
    @Behaviour("R68")
    void an_answer_credits_the_contributions_that_it_rests_on_and_no_others() {
        asked.when(new Contribute(CASE, "k", OF_LOGISTICS, "It was changed.", null))
                .andThen();
        asked.when(new Contribute(CASE, "l", OF_LOGISTICS, "Twice.", null)).andThen();
        asked.when(new Reply(citing("a", R1, FINANCE, "contribution-9"))).thenRejected("unknown-contribution");

        assertThat(told(asked, new Reply(citing("a", R1, FINANCE, "contribution-1"))))
                .singleElement()
                .satisfies(it -> assertThat(((RequestAnswered) it).cites()).containsExactly("contribution-1"));
        assertThat(asked.state().cooperation().contributions())
                .extracting(Cooperation.Contribution::usedIn)
                .containsExactly(List.of(R1), List.of());
    }

    @Test
    void only_so_much_is_kept_of_what_is_added_to_a_case() {
        for (int i = 0; i < Contributing.MOST; i++) {
            asked.when(new Contribute(CASE, "k" + i, OF_LOGISTICS, "It was changed.", null))
                    .andThen();
            asked.when(new AttachEvidence(CASE, "k" + i, OF_LOGISTICS, "Contract", null))
                    .andThen();
            asked.when(new AskInformally(CASE, "k" + i, OF_LOGISTICS, ANDREI, "Really?"))
                    .andThen();
        }
        asked.when(new Contribute(CASE, "k", OF_LOGISTICS, "More.", null)).thenRejected("too-many-contributions");
        asked.when(new AttachEvidence(CASE, "k", OF_LOGISTICS, "More", null)).thenRejected("too-much-evidence");
        asked.when(new AskInformally(CASE, "k", OF_LOGISTICS, ANDREI, "More?")).thenRejected("too-many-questions");
    }

    @Test
    @Behaviour("R68")
    void what_a_departments_system_knows_counts_even_before_the_case_is_known() {
        var contribution = new DepartmentReply.Contribution("c", CASE, LOGISTICS, "depot", "It was changed.", null);
        var unknown = Scenario.of(new DepartmentDecider());
        unknown.when(new HearReply(contribution)).andThen();
        assertThat(unknown.state().early()).hasSize(1);
        unknown.when(new Contribute(CASE, "k", OF_LOGISTICS, "Early.", null)).thenRejected("unknown-case");

        assertThat(told(unknown, new LearnOwner(null, ANDREI)))
                .containsExactly(new KnowledgeContributed(
                        CASE, "contribution-1", LOGISTICS, "It was changed.", "depot", null, NOW));
        assertThat(unknown.state().early()).isEmpty();
        unknown.when(new HearReply(contribution)).thenNothing();
    }

    @Test
    @Behaviour("R64")
    void evidence_is_evidence_and_neither_progress_nor_an_answer() {
        asked.when(new Reply(question("q", R1, FINANCE))).andThen();
        var before = asked.state();
        assertThat(told(asked, new AttachEvidence(CASE, "k", OF_LOGISTICS, "Signed contract", "https://a.example/c")))
                .containsExactly(new EvidenceAttached(
                        CASE, "evidence-1", LOGISTICS, "Signed contract", "https://a.example/c", "remus", NOW));
        assertThat(told(
                        asked,
                        new HearReply(new DepartmentReply.Evidence("e", CASE, FINANCE, "ledger", "Invoice", null))))
                .hasOnlyElementsOfType(EvidenceAttached.class);

        assertThat(asked.state().requests()).isEqualTo(before.requests());
        assertThat(asked.state().cooperation().questions())
                .isEqualTo(before.cooperation().questions());
        asked.when(new AttachEvidence(CASE, "k", OF_LOGISTICS, "Signed contract", "https://a.example/c"))
                .thenNothing();
        asked.when(new AttachEvidence(CASE, "k", OF_LOGISTICS, "Signed contract", null))
                .thenRejected("reply-id-reused");
    }

    @Test
    @Behaviour({"R52", "R126"})
    void a_departments_system_says_that_it_knows_of_a_correction_where_it_has_a_part_in_the_case() {
        assertThat(told(asked, new HearReply(new DepartmentReply.Heard("h", CASE, FINANCE, "ledger", "c2"))))
                .containsExactly(new CorrectionAcknowledged(CASE, "c2", FINANCE, "ledger", NOW));
        asked.when(new HearReply(new DepartmentReply.Heard("h", CASE, LOGISTICS, "depot", "c2")))
                .thenRejected("no-part-in-it");
    }

    @Test
    @Behaviour("R87")
    void a_short_question_is_recorded_and_moves_nothing() {
        var before = asked.state().requests();
        assertThat(told(asked, new AskInformally(CASE, "k", OF_FINANCE, Party.department(LOGISTICS), "Seen before?")))
                .containsExactly(new InformalQuestionAsked(
                        CASE,
                        "informal-1",
                        Party.department(FINANCE),
                        Party.department(LOGISTICS),
                        "Seen before?",
                        "silvia",
                        NOW));
        asked.when(new AnswerInformally(CASE, "informal-1", OF_FINANCE, "Yes.")).thenRejected("unknown-question");
        assertThat(told(asked, new AnswerInformally(CASE, "informal-1", OF_LOGISTICS, "Yes.")))
                .containsExactly(new InformalQuestionAnswered(
                        CASE, "informal-1", Party.department(LOGISTICS), "Yes.", "remus", NOW));
        asked.when(new AnswerInformally(CASE, "informal-1", OF_LOGISTICS, "Yes."))
                .thenNothing();
        asked.when(new AnswerInformally(CASE, "informal-1", OF_LOGISTICS, "No."))
                .thenRejected("already-answered");
        assertThat(asked.state().requests()).isEqualTo(before);

        asked.when(new AskInformally(CASE, "l", OF_FINANCE, ANDREI, "And you?")).andThen();
        assertThat(told(asked, new AnswerInformally(CASE, "informal-2", COLLEAGUE, "Never.")))
                .containsExactly(new InformalQuestionAnswered(
                        CASE, "informal-2", Party.consultant("felicia"), "Never.", "felicia", NOW));
    }

    @Test
    @Behaviour("R61")
    void what_was_known_before_the_complaint_is_the_answer_at_once() {
        var known = new KnownAnswer(
                "kp-7", "Sent twice", "Same month.", "One of them is void.", List.of(), List.of(), "Felicia Marin");
        RequestRaised bare = raised(R1, FINANCE);
        var raised = new RequestRaised(
                CASE,
                R1,
                FINANCE,
                bare.kind(),
                bare.nature(),
                bare.subject(),
                bare.words(),
                bare.language(),
                null,
                NOW,
                DUE,
                null,
                null,
                known);
        var nothingYet = Scenario.of(new DepartmentDecider());

        assertThat(told(nothingYet, new TakeRequest(raised)))
                .satisfiesExactly(
                        it -> assertThat(it).isInstanceOf(DepartmentEvent.RequestAccepted.class),
                        it -> assertThat(it)
                                .isEqualTo(new RequestAnswered(
                                        CASE,
                                        R1,
                                        FINANCE,
                                        RequestKind.SOLUTION,
                                        null,
                                        true,
                                        "One of them is void.",
                                        List.of(),
                                        List.of(),
                                        "Felicia Marin",
                                        NOW,
                                        null,
                                        null,
                                        DUE)));
        nothingYet.when(new TakeRequest(raised)).thenNothing();
        assertThat(Objects.requireNonNull(nothingYet.state().request(R1)).ask().known())
                .isEqualTo(new Request.KnownProblem("kp-7", "Sent twice", "Same month."));
        nothingYet.when(new Reply(answer("a", R1, FINANCE))).thenRejected("already-answered");
        nothingYet
                .when(new Contribute(CASE, "k", OF_FINANCE, "Both are void.", null))
                .andThen();
    }

    @Test
    void who_speaks_for_several_departments_is_counted_for_one() {
        var both = new Speaker("mihai", false, Set.of(LOGISTICS, FINANCE, new DepartmentCode("marketing-pr")));

        assertThat(both.department()).isEqualTo(FINANCE);
        assertThat(both.speaksFor(Party.department(LOGISTICS))).isTrue();
        assertThat(both.speaksFor(ANDREI)).isFalse();
        assertThat(CONSULTANT.department()).isNull();
    }

    private static Instant dueAt(DepartmentCase state) {
        return Objects.requireNonNull(state.request(R1)).ask().dueAt();
    }

    /** What the others are told; the scenario goes on after it. */
    private static List<DepartmentEvent> told(
            Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> scenario, DepartmentCommand command) {
        List<DepartmentFact> facts = scenario.when(command).events();
        facts.forEach(scenario::given);
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> ((Published) it).event())
                .toList();
    }
}
