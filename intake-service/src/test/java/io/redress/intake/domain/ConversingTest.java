package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ContactMade;
import io.redress.contracts.IntakeEvent.ContactOverdue;
import io.redress.contracts.IntakeEvent.ContactWished;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.IntakeEvent.StepDeviated;
import io.redress.contracts.IntakeEvent.WordsReceived;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.intake.domain.ConversationCommand.CorrectDiagnosis;
import io.redress.intake.domain.ConversationCommand.HearWords;
import io.redress.intake.domain.ConversationCommand.NoteContact;
import io.redress.intake.domain.ConversationCommand.WishContact;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asking back, listening, revising. What a text means is simply the last word of it, with "!" for hostile. */
class ConversingTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ConversationTerms TERMS = ConversationTerms.standard();

    private final IntakeDecider decider = new IntakeDecider(
            (occasion, complaint, diagnosis, tone) -> new Voice.Words(
                    occasion.kind(), diagnosis.hypotheses().getFirst().nature()),
            Promises.standard(),
            DeliveryTerms.standard(),
            new Attention((text, language) -> read(text), (text, language) -> text.contains("!"), TERMS));
    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(decider);

    @Test
    @Behaviour({"R5", "R9"})
    void what_is_not_clear_is_asked_once_and_everybody_waits_for_the_answer() {
        List<CaseEvent> told = published(intake.when(file("unclear")).events());

        assertThat(told.get(1))
                .isInstanceOfSatisfying(
                        ComplaintDiagnosed.class,
                        it -> assertThat(it.isAwaitingClarification()).isTrue());
        assertThat(told.get(2)).isEqualTo(new ClarificationAsked(CASE, List.of(), NOW, NOW.plus(Duration.ofHours(48))));
        assertThat(told.get(3)).isInstanceOfSatisfying(CustomerMessageComposed.class, message -> {
            assertThat(message.kind()).isEqualTo("clarification");
            assertThat(message.citing()).isEqualTo(CASE + ":intake:3");
        });
        assertThat(told).hasSize(4);
        intake.when(file("unclear")).andThen();
        assertThat(filed().progress().next())
                .isEqualTo(new Progress.Next(NextStep.CUSTOMER_CLARIFIES, NOW.plus(Duration.ofHours(48))));
    }

    @Test
    @Behaviour("R5")
    void two_things_that_it_may_be_about_are_both_named_in_the_question() {
        Diagnosis torn = new Diagnosis(
                List.of(
                        new Hypothesis("invoice", Cause.SERVICE_FAILURE, 0.3, List.of(), "r1"),
                        new Hypothesis("delivery", Cause.SERVICE_FAILURE, 0.2, List.of(), "r2"),
                        new Hypothesis("return", Cause.UNMET_NEED, 0.1, List.of(), "r3")),
                0,
                false,
                false,
                "en",
                "1");

        assertThat(published(intake.when(file(torn, "About it.")).events()))
                .contains(new ClarificationAsked(
                        CASE, List.of("invoice", "delivery"), NOW, NOW.plus(Duration.ofHours(48))));
    }

    @Test
    void a_clear_complaint_is_not_asked_about_and_a_crisis_never_waits() {
        assertThat(published(intake.when(file("invoice")).events())).noneMatch(ClarificationAsked.class::isInstance);
        Diagnosis crisis = new Diagnosis(read("unclear").hypotheses(), -1, false, true, "en", "1");
        assertThat(published(intake.when(file(crisis, "Help")).events()))
                .noneMatch(ClarificationAsked.class::isInstance);
    }

    @Test
    @Behaviour({"R5", "R6"})
    void the_answer_revises_the_diagnosis_and_the_customer_hears_what_was_understood() {
        intake.when(file("unclear")).andThen();

        List<CaseEvent> told =
                published(intake.when(words("k1", "It is the invoice")).events());

        assertThat(told)
                .extracting(Object::getClass)
                .containsExactly(
                        WordsReceived.class, DiagnosisRevised.class, StepDeviated.class, CustomerMessageComposed.class);
        assertThat(told.getFirst()).isInstanceOfSatisfying(WordsReceived.class, it -> {
            assertThat(it.answersQuestion()).isTrue();
            assertThat(it.repeated()).isFalse();
        });
        assertThat(told.get(1)).isInstanceOfSatisfying(DiagnosisRevised.class, it -> {
            assertThat(it.reason()).isEqualTo(DiagnosisRevised.Reason.CLARIFIED);
            assertThat(it.hypotheses().getFirst().nature()).isEqualTo("invoice");
            assertThat(it.revision()).isEqualTo(1);
        });
        assertThat(told.get(3)).isInstanceOfSatisfying(CustomerMessageComposed.class, it -> {
            assertThat(it.kind()).isEqualTo("acknowledgement");
            assertThat(it.body()).isEqualTo("invoice");
            // Received, diagnosed, asked, heard: the revision is the fifth of intake's events.
            assertThat(it.citing()).isEqualTo(CASE + ":intake:5");
        });
        intake.when(words("k1", "It is the invoice")).andThen();
        assertThat(filed().progress().next())
                .isEqualTo(new Progress.Next(NextStep.DEPARTMENT_ANSWERS, NOW.plus(Duration.ofHours(24))));
        assertThat(filed().conversation().question()).isNull();
    }

    @Test
    @Behaviour("R5")
    void an_answer_that_explains_nothing_is_not_asked_about_again() {
        intake.when(file("unclear")).andThen();

        assertThat(published(intake.when(words("k1", "Well, unclear")).events()))
                .noneMatch(ClarificationAsked.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        CustomerMessageComposed.class,
                        it -> assertThat(it.kind()).isEqualTo("understood-anew"));
    }

    @Test
    @Behaviour("R5")
    void without_an_answer_the_best_guess_goes_on_at_the_deadline_and_only_then() {
        intake.when(file("unclear")).andThen();
        assertThat(IntakeDecider.nextDue(filed())).contains(NOW.plus(Duration.ofHours(48)));
        intake.at(NOW.plus(Duration.ofHours(47))).when(new DeadlineReached()).thenNothing();

        var late = intake.at(NOW.plus(Duration.ofHours(48)));
        assertThat(published(late.when(new DeadlineReached()).events()))
                .singleElement()
                .isInstanceOfSatisfying(DiagnosisRevised.class, it -> {
                    assertThat(it.reason()).isEqualTo(DiagnosisRevised.Reason.NO_ANSWER);
                    assertThat(it.hypotheses().getFirst().nature()).isEqualTo("unclear");
                });
        late.when(new DeadlineReached()).andThen();
        late.when(new DeadlineReached()).thenNothing();
        assertThat(((Filed) late.state()).progress().next())
                .isEqualTo(new Progress.Next(NextStep.DEPARTMENT_ANSWERS, NOW.plus(Duration.ofHours(72))));
    }

    @Test
    @Behaviour("R6")
    void new_evidence_revises_the_diagnosis_and_keeps_the_mood_of_the_beginning() {
        intake.when(file("delivery")).andThen();

        List<CaseEvent> told =
                published(intake.when(words("k1", "In fact the invoice")).events());

        assertThat(told)
                .extracting(Object::getClass)
                .containsExactly(WordsReceived.class, DiagnosisRevised.class, StepDeviated.class);
        intake.when(words("k1", "In fact the invoice")).andThen();
        assertThat(filed().diagnosis().hypotheses().getFirst().nature()).isEqualTo("invoice");
        assertThat(filed().diagnosis().mood()).isZero();
        assertThat(filed().conversation().latestMood()).isEqualTo(-0.5);
    }

    @Test
    @Behaviour("R54")
    void who_must_come_back_with_nothing_new_while_it_is_our_turn_is_counted() {
        intake.when(file("delivery")).andThen();

        assertThat(published(intake.when(words("k1", "Where is my delivery")).events()))
                .singleElement()
                .isInstanceOfSatisfying(
                        WordsReceived.class, it -> assertThat(it.repeated()).isTrue());
        intake.when(words("k1", "Where is my delivery")).andThen();
        assertThat(filed().conversation().repeated()).isEqualTo(1);
    }

    @Test
    @Behaviour("R8")
    void kind_words_later_do_not_undo_a_problem() {
        intake.when(file("delivery")).andThen();

        assertThat(published(intake.when(words("k1", "Nothing but praise")).events()))
                .noneMatch(DiagnosisRevised.class::isInstance);
    }

    @Test
    void the_same_words_under_the_same_key_are_heard_once_and_other_words_are_refused() {
        intake.when(file("delivery")).andThen();
        intake.when(words("k1", "Hello delivery")).andThen();

        intake.when(words("k1", "Hello delivery")).thenNothing();
        intake.when(words("k1", "Something else")).thenRejected("idempotency-key-reused");
    }

    @Test
    void a_conversation_is_bounded() {
        intake.when(file("delivery")).andThen();
        for (int i = 0; i < 200; i++) {
            intake.when(words("k" + i, "Hello delivery")).andThen();
        }
        intake.when(words("k200", "Hello delivery")).thenRejected("conversation-too-long");
        intake.when(words("k7", "Hello delivery")).thenNothing();
    }

    @Test
    void nothing_more_is_heard_in_a_closed_case() {
        intake.when(file("delivery")).andThen();
        intake.when(new Hear(new CaseClosed(CASE, CaseClosed.Reason.CUSTOMERS_WORD, true, null, NOW), "e"))
                .andThen();

        intake.when(words("k1", "Hello delivery")).thenRejected("already-closed");
        intake.when(correct("invoice")).thenRejected("already-closed");
    }

    @Test
    @Behaviour("R6")
    void a_consultants_word_stands_above_the_rules() {
        intake.when(file("delivery")).andThen();

        List<CaseEvent> told = published(intake.when(correct("invoice")).events());
        intake.when(correct("invoice")).andThen();

        assertThat(told.getFirst()).isInstanceOfSatisfying(DiagnosisRevised.class, it -> {
            assertThat(it.reason()).isEqualTo(DiagnosisRevised.Reason.CORRECTED);
            assertThat(it.by()).isEqualTo("andrei");
            assertThat(it.hypotheses().getFirst().confidence()).isEqualTo(1);
        });
        intake.when(correct("invoice")).thenNothing();
        assertThat(published(
                        intake.when(words("k1", "It is about the delivery")).events()))
                .noneMatch(DiagnosisRevised.class::isInstance);
    }

    @Test
    @Behaviour("R12")
    void going_back_to_the_first_step_is_recorded_with_its_reason() {
        intake.when(file("delivery")).andThen();

        assertThat(published(intake.when(correct("invoice")).events()))
                .contains(new StepDeviated(CASE, StepDeviated.Move.REVISITED, "identify", "I asked.", NOW));
    }

    @Test
    @Behaviour("R6")
    void the_customer_hears_once_that_others_see_to_it_now() {
        intake.when(file("delivery")).andThen();
        intake.when(correct("invoice")).andThen();
        CaseRerouted rerouted = rerouted(List.of(RequestId.of(CASE, 2)), List.of(RequestId.of(CASE, 1)));

        List<CaseEvent> told = published(intake.when(new Hear(rerouted, "r7")).events());

        assertThat(told).singleElement().isInstanceOfSatisfying(CustomerMessageComposed.class, it -> {
            assertThat(it.kind()).isEqualTo("understood-anew");
            assertThat(it.citing()).isEqualTo("r7");
            assertThat(it.body()).isEqualTo("invoice");
        });
        intake.when(new Hear(rerouted, "r7")).andThen();
        assertThat(filed().progress().departments()).containsExactly(new DepartmentCode("finance"));
        assertThat(published(intake.when(new Hear(rerouted(List.of(), List.of()), "r8"))
                        .events()))
                .isEmpty();
    }

    @Test
    @Behaviour("R12")
    void a_proposal_that_came_too_early_leads_back_to_the_departments_and_is_said_to_be_repeated() {
        intake.when(file("delivery")).andThen();
        intake.when(new Hear(proposed(), "p1")).andThen();

        assertThat(published(intake.when(new Hear(proposed(), "p2")).events()))
                .anyMatch(it -> it instanceof StepDeviated deviated
                        && deviated.move() == StepDeviated.Move.REPEATED
                        && deviated.step().equals("propose"));
        assertThat(published(intake.when(new Hear(rerouted(List.of(RequestId.of(CASE, 2)), List.of()), "r7"))
                        .events()))
                .contains(new StepDeviated(CASE, StepDeviated.Move.REVISITED, "coordinate", "I asked.", NOW));
    }

    @Test
    @Behaviour("R12")
    void steps_that_a_case_ends_without_are_named() {
        intake.when(file(
                        new Diagnosis(
                                List.of(new Hypothesis("venting", Cause.VENTING, 0.9, List.of(), "r")),
                                -1,
                                false,
                                false,
                                "en",
                                "1"),
                        "venting"))
                .andThen();

        assertThat(published(intake.when(
                                new Hear(new CaseClosed(CASE, CaseClosed.Reason.CUSTOMERS_WORD, true, null, NOW), "e"))
                        .events()))
                .filteredOn(StepDeviated.class::isInstance)
                .extracting(it -> ((StepDeviated) it).step())
                .containsExactly("coordinate", "propose", "execute");
    }

    @Test
    void what_the_customer_has_chosen_is_not_overturned() {
        intake.when(file("delivery")).andThen();
        intake.when(new Hear(new OptionChosen(CASE, "p1", "o1", "A refund", "anna", NOW), "e"))
                .andThen();

        intake.when(correct("invoice")).thenRejected("already-chosen");
        assertThat(published(intake.when(words("k1", "It is the invoice")).events()))
                .noneMatch(DiagnosisRevised.class::isInstance);
    }

    @Test
    @Behaviour("R144")
    void hostile_words_are_noticed_from_the_first_one_on() {
        intake.when(file(read("delivery"), "You fools!")).andThen();
        assertThat(filed().conversation().hostile()).isTrue();
    }

    @Test
    @Behaviour("R144")
    void hostile_words_are_noticed_when_they_come_later() {
        intake.when(file("delivery")).andThen();
        assertThat(filed().conversation().hostile()).isFalse();
        intake.when(words("k1", "Fools! delivery")).andThen();
        assertThat(filed().conversation().hostile()).isTrue();
    }

    @Test
    @Behaviour("R138")
    void who_wants_contact_gets_a_date_that_can_only_come_nearer() {
        intake.when(file("delivery")).andThen();
        Instant tomorrow = NOW.plus(Duration.ofHours(24));

        intake.when(new WishContact("phone", null))
                .then(new Published(wished(1, tomorrow)))
                .when(new WishContact("phone", null))
                .thenNothing()
                .when(new WishContact("phone", NOW.plus(Duration.ofHours(30))))
                .thenNothing()
                .when(new WishContact("phone", NOW.plus(Duration.ofHours(2))))
                .then(new Published(wished(2, NOW.plus(Duration.ofHours(2)))));
        assertThat(IntakeDecider.nextDue(filed())).contains(NOW.plus(Duration.ofHours(2)));
        intake.when(new WishContact(null, NOW)).thenRejected("date-out-of-reach");
    }

    @Test
    @Behaviour({"R138", "R144"})
    void a_contact_that_nobody_kept_is_told_once_and_still_owed() {
        intake.when(file("delivery")).andThen();
        intake.when(new WishContact("phone", NOW.plus(Duration.ofHours(2)))).andThen();

        var late = intake.at(NOW.plus(Duration.ofHours(2)));
        late.when(new DeadlineReached())
                .then(new Published(new ContactOverdue(
                        CASE, 1, "andrei", NOW.plus(Duration.ofHours(2)), NOW.plus(Duration.ofHours(2)))))
                .when(new DeadlineReached())
                .thenNothing()
                .when(new WishContact("phone", NOW.plus(Duration.ofHours(3))))
                .thenNothing()
                .when(new NoteContact("Called her.", 0.5, true, "andrei"))
                .then(new Published(new ContactMade(
                        CASE, 1, "andrei", "Called her.", 0.5, true, false, NOW.plus(Duration.ofHours(2)))))
                .when(new NoteContact("Called her.", 0.5, true, "andrei"))
                .thenNothing();
        assertThat(((Filed) late.state()).conversation().latestMood()).isEqualTo(0.5);
        assertThat(((Filed) late.state()).conversation().contacts().wish()).isNull();
    }

    @Test
    @Behaviour("R146")
    void a_contact_without_a_wish_counts_as_well_and_small_talk_is_only_noted() {
        intake.when(file("delivery")).andThen();

        intake.when(new NoteContact("Asked how she is.", null, true, "andrei"))
                .then(new Published(new ContactMade(CASE, 1, "andrei", "Asked how she is.", null, true, null, NOW)));
    }

    @Test
    @Behaviour("R8")
    void a_question_is_handed_to_the_consultant_and_answered_with_the_contact() {
        Diagnosis question = new Diagnosis(
                List.of(new Hypothesis("question", Cause.NO_COMPLAINT, 0.8, List.of(), "r")),
                0,
                false,
                false,
                "en",
                "1");
        Instant tomorrow = NOW.plus(Duration.ofHours(24));

        assertThat(published(intake.when(file(question, "When do you open?")).events()))
                .contains(new ContactWished(CASE, 1, "andrei", "web", ContactWished.Reason.QUESTION, NOW, tomorrow));
        intake.when(file(question, "When do you open?")).andThen();
        assertThat(filed().progress().next()).isEqualTo(new Progress.Next(NextStep.CONSULTANT_ANSWERS, tomorrow));
        intake.when(new NoteContact("We open at nine.", null, false, "andrei")).andThen();
        assertThat(filed().progress().next()).isNull();
    }

    @Test
    @Behaviour("R8")
    void praise_is_thanked_for_and_ends_without_further_words() {
        intake.when(file("praise")).andThen();
        assertThat(filed().progress().next()).isNull();

        assertThat(published(
                        intake.when(new Hear(new CaseClosed(CASE, CaseClosed.Reason.ANSWERED, null, null, NOW), "e"))
                                .events()))
                .noneMatch(CustomerMessageComposed.class::isInstance);
        intake.when(new Hear(new CaseClosed(CASE, CaseClosed.Reason.ANSWERED, null, null, NOW), "e"))
                .andThen();
        assertThat(filed().progress().status()).isEqualTo(Progress.Status.CLOSED);
    }

    @Test
    void a_case_of_an_earlier_version_can_be_spoken_in() {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        intake.when(file("delivery")).andThen();
        ObjectNode old = (ObjectNode) json.readTree(json.writeValueAsBytes(intake.state()));
        old.remove(List.of("conversation", "kinship", "deliveries"));
        ((ObjectNode) old.get("diagnosis")).remove("awaitsClarification");

        IntakeState read = json.treeToValue(old, IntakeState.class);
        assertThat(((Filed) read).conversation().told()).isEqualTo(2);
        assertThat(json.readValue(json.writeValueAsBytes(read), IntakeState.class))
                .isEqualTo(read);
        old.putObject("conversation");
        assertThat(json.treeToValue(old, IntakeState.class)).isEqualTo(read);
    }

    private static CaseRerouted rerouted(List<RequestId> added, List<RequestId> released) {
        DepartmentCode finance = new DepartmentCode("finance");
        return new CaseRerouted(
                CASE,
                1,
                "invoice",
                Cause.SERVICE_FAILURE,
                finance,
                List.of(new Involvement(finance, RequestId.of(CASE, 2), RequestKind.SOLUTION, "invoices")),
                added,
                released,
                true,
                "rule",
                "I asked.",
                NOW,
                NOW);
    }

    private static SolutionsProposed proposed() {
        return new SolutionsProposed(
                CASE,
                "p1",
                List.of(new Option("o1", "refund", "A refund", null, 2, null, List.of())),
                "only one",
                null,
                NOW,
                NOW.plusSeconds(600));
    }

    private static ContactWished wished(int number, Instant dueAt) {
        return new ContactWished(CASE, number, "andrei", "phone", ContactWished.Reason.CUSTOMER_ASKED, NOW, dueAt);
    }

    private Filed filed() {
        return (Filed) intake.state();
    }

    private static List<CaseEvent> published(List<IntakeFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(fact -> ((Published) fact).event())
                .toList();
    }

    private static Diagnosis read(String text) {
        String nature = text.substring(text.lastIndexOf(' ') + 1);
        Cause cause = nature.equals("praise") ? Cause.NO_COMPLAINT : Cause.SERVICE_FAILURE;
        double confidence = nature.equals("unclear") ? 0.1 : 0.8;
        return new Diagnosis(
                List.of(new Hypothesis(nature, cause, confidence, List.of(), "rule")),
                text.contains(" ") ? -0.5 : 0,
                false,
                false,
                "en",
                "1");
    }

    private static HearWords words(String key, String text) {
        return new HearWords(key, "print of " + text, text, null, "app");
    }

    private static CorrectDiagnosis correct(String nature) {
        return new CorrectDiagnosis(nature, null, "I asked.", "andrei");
    }

    private static FileComplaint file(String nature) {
        return file(read(nature), "Something about " + nature);
    }

    private static FileComplaint file(Diagnosis diagnosis, String text) {
        return new FileComplaint(
                CASE,
                "key",
                "fingerprint",
                null,
                null,
                "app",
                new Customer("C-1", Customer.Tier.STANDARD),
                null,
                "web",
                "en",
                text,
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                diagnosis);
    }
}
