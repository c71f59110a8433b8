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
import io.redress.contracts.IntakeEvent.ContactWished;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Severity;
import io.redress.intake.domain.ConversationCommand.CorrectDiagnosis;
import io.redress.intake.domain.ConversationCommand.HearWords;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.KinshipCommand.BeginMerge;
import io.redress.intake.domain.KinshipCommand.Join;
import io.redress.intake.domain.KinshipCommand.SettleMerge;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How asking, listening and revising go together with merges, imports, holding replies and tones. */
class ConversingElsewhereTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final CaseId OTHER = new CaseId("019a4c3d-1c22-7a51-8f0e-6b2f90d1a7c4");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Diagnosis INVOICE = found("invoice", Cause.SERVICE_FAILURE, 0.8);
    private static final Diagnosis UNCLEAR = found("unclear", Cause.UNKNOWN, 0.1);
    private static final Diagnosis CALM = found("unclear", Cause.NO_COMPLAINT, 0.45);

    private Diagnosis nextTime = INVOICE;
    private String readLast = "";
    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(new IntakeDecider(
            (occasion, complaint, diagnosis, tone) -> new Voice.Words(occasion.kind(), "words"),
            Promises.standard(),
            DeliveryTerms.standard(),
            new Attention(
                    (text, language) -> {
                        readLast = text;
                        return nextTime;
                    },
                    (text, language) -> text.contains("!"),
                    ConversationTerms.standard())));

    @Test
    void a_merged_case_refers_to_the_one_that_speaks_for_it_and_waits_for_nothing() {
        intake.when(file(UNCLEAR, Origin.DIRECT)).andThen();
        intake.when(words("k1", "Hello?")).andThen();
        intake.when(new BeginMerge(CASE, OTHER, "The same.", "andrei", "k", "print"))
                .andThen();
        intake.when(new SettleMerge(CASE, 1)).andThen();

        intake.when(words("k1", "Hello?")).thenNothing();
        intake.when(words("k2", "Hello again?")).thenRejected("merged");
        intake.when(new CorrectDiagnosis("invoice", null, "I asked.", "andrei")).thenRejected("merged");
        assertThat(IntakeDecider.nextDue(filed())).isEmpty();
        intake.at(NOW.plus(Duration.ofDays(9))).when(new DeadlineReached()).thenNothing();
    }

    @Test
    void history_is_not_asked_about_however_unclear_it_is() {
        Origin history = Origin.DIRECT.imported(new Origin.Imported(NOW, null, null));

        assertThat(published(intake.when(file(UNCLEAR, history)).events()))
                .noneMatch(CustomerMessageComposed.class::isInstance)
                .noneMatch(ClarificationAsked.class::isInstance);
    }

    @Test
    @Behaviour({"R5", "R9"})
    void where_nothing_was_found_and_nobody_answers_a_person_looks() {
        intake.when(file(CALM, Origin.DIRECT)).andThen();
        assertThat(filed().progress().next()).extracting(Progress.Next::what).isEqualTo(NextStep.CUSTOMER_CLARIFIES);

        var late = intake.at(NOW.plus(Duration.ofHours(48))).when(new DeadlineReached());

        assertThat(published(late.events())).anyMatch(ContactWished.class::isInstance);
        assertThat(((Filed) late.andThen().state()).progress().next())
                .extracting(Progress.Next::what)
                .isEqualTo(NextStep.CONSULTANT_ANSWERS);
    }

    @Test
    @Behaviour("R9")
    void what_could_not_be_read_at_first_is_read_later_with_all_that_was_said_meanwhile() {
        intake.when(file(Diagnosis.none("en"), Origin.DIRECT)).andThen();
        intake.when(words("k1", "It is the invoice.")).andThen();

        var told = published(
                intake.at(NOW.plusSeconds(60)).when(new DeadlineReached()).events());

        assertThat(readLast).isEqualTo("Something!\n\nIt is the invoice.");
        assertThat(told.getFirst()).isInstanceOf(ComplaintDiagnosed.class);
        // Received, heard, diagnosed.
        assertThat(told.getLast())
                .isInstanceOfSatisfying(
                        CustomerMessageComposed.class,
                        it -> assertThat(it.citing()).isEqualTo(CASE + ":intake:3"));
    }

    @Test
    void a_person_who_knows_what_it_is_about_is_not_overruled_by_a_later_reading() {
        intake.when(file(Diagnosis.none("en"), Origin.DIRECT)).andThen();
        intake.when(new CorrectDiagnosis("delivery", null, "I asked.", "andrei"))
                .andThen();

        intake.at(NOW.plusSeconds(60)).when(new DeadlineReached()).thenNothing();
    }

    @Test
    @Behaviour({"R6", "R144"})
    void what_cannot_be_read_changes_nothing_and_what_is_at_stake_stays_known() {
        intake.when(file(INVOICE, Origin.DIRECT)).andThen();
        nextTime = Diagnosis.none("en");
        intake.when(words("k1", "Hm.")).andThen();
        assertThat(filed().diagnosis().hypotheses().getFirst().nature()).isEqualTo("invoice");
        intake.when(new CorrectDiagnosis("delivery", null, "I asked.", "andrei"))
                .andThen();

        assertThat(filed().diagnosis().severity()).isEqualTo(Severity.MEDIUM);
        assertThat(filed().diagnosis().massOutage()).isFalse();
    }

    @Test
    @Behaviour({"R21", "R54", "R144"})
    void insults_are_answered_firmly_from_the_first_message_on_and_very_firmly_when_they_come_back() {
        assertThat(reason(intake.when(file(INVOICE, Origin.DIRECT)))).isEqualTo("abusive");
        intake.when(file(INVOICE, Origin.DIRECT)).andThen();
        intake.when(new Join(filing("k2", INVOICE, Origin.DIRECT), 1)).andThen();

        assertThat(reason(intake.when(new Join(filing("k3", INVOICE, Origin.DIRECT), 1))))
                .isEqualTo("abusive-again");
        assertThat(filed().repeatedContacts()).isEqualTo(1);
        intake.when(words("k4", "Hello!")).andThen();
        assertThat(filed().repeatedContacts()).isEqualTo(2);
    }

    @Test
    @Behaviour("R6")
    void what_a_case_waits_for_follows_a_revised_routing_and_withdrawn_requests() {
        intake.when(file(INVOICE, Origin.DIRECT)).andThen();
        intake.when(new Hear(rerouted(1, "invoice"), "r1")).andThen();
        assertThat(filed().progress().waitsFor()).containsExactly(WaitsFor.CHARGES);
        intake.when(new Hear(rerouted(2, "delivery"), "r2")).andThen();
        assertThat(filed().progress().waits().open()).containsExactly(WaitsFor.examinationOf("delivery"));

        intake.when(new Hear(
                        new RoutingEvent.RequestWithdrawn(
                                CASE,
                                RequestId.of(CASE, 2),
                                new DepartmentCode("logistics"),
                                RequestKind.SOLUTION,
                                "Not needed.",
                                NOW),
                        "r3"))
                .andThen();
        assertThat(filed().progress().waits().open()).isEmpty();
    }

    private static CaseRerouted rerouted(int request, String nature) {
        RequestId id = RequestId.of(CASE, request);
        DepartmentCode lead = new DepartmentCode("logistics");
        return new CaseRerouted(
                CASE,
                request,
                nature,
                Cause.SERVICE_FAILURE,
                lead,
                List.of(new Involvement(lead, id, RequestKind.SOLUTION, "knows")),
                List.of(id),
                List.of(),
                false,
                "rule",
                "I asked.",
                NOW,
                NOW);
    }

    private Filed filed() {
        return (Filed) intake.state();
    }

    private static String reason(Scenario<IntakeState, IntakeCommand, IntakeFact>.Then then) {
        return published(then.events()).stream()
                .filter(CustomerMessageComposed.class::isInstance)
                .map(it -> String.valueOf(((CustomerMessageComposed) it).toneReason()))
                .findFirst()
                .orElse("no message");
    }

    private static List<CaseEvent> published(List<IntakeFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(fact -> ((Published) fact).event())
                .toList();
    }

    private static Diagnosis found(String nature, Cause cause, double confidence) {
        return new Diagnosis(
                List.of(new Hypothesis(nature, cause, confidence, List.of(), "rule")), 0, false, false, "en", "1");
    }

    private static HearWords words(String key, String text) {
        return new HearWords(key, "print of " + text, text, null, "app");
    }

    private static FileComplaint file(Diagnosis diagnosis, Origin origin) {
        return filing("key", diagnosis, origin);
    }

    private static FileComplaint filing(String key, Diagnosis diagnosis, Origin origin) {
        return new FileComplaint(
                CASE,
                key,
                "print of " + key,
                null,
                null,
                "app",
                new Customer("C-1", Customer.Tier.STANDARD),
                null,
                "web",
                "en",
                "Something!",
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                diagnosis,
                origin,
                null);
    }
}
