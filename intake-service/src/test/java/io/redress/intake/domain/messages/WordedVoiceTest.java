package io.redress.intake.domain.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.Money;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.Occasion;
import io.redress.intake.domain.Voice.Words;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.diagnosis.ShippedFiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordedVoiceTest {
    private static final CaseId CASE = new CaseId("0190b6a4-7c1e-7a53-9f10-1c2d3e4f5a6b");
    private static final Instant WHEN = Instant.parse("2026-05-24T08:30:00Z");
    private static final Map<String, String> SORRY =
            Map.of("en", "We are sorry", "it", "Le chiediamo scusa", "ro", "vă cerem scuze", "pl", "Przepraszamy");
    private static final Map<String, String> DAY =
            Map.of("en", "24 May 2026", "it", "24 maggio 2026", "ro", "24 mai 2026", "pl", "24 maja 2026");

    private final Wording wording = Wording.load(ShippedFiles::read, ShippedFiles.RULES.natures());
    private final WordedVoice voice = new WordedVoice(wording, ZoneId.of("Europe/Rome"));

    @TestFactory
    Stream<DynamicTest> has_words_for_every_occasion_in_every_language() {
        return RuleBook.LANGUAGES.stream()
                .flatMap(language -> occasions()
                        .map(occasion -> DynamicTest.dynamicTest(language + " " + occasion.kind(), () -> {
                            var words = say(occasion, language, "invoice", Cause.SERVICE_FAILURE);
                            assertThat(words.subject()).isNotBlank().doesNotContain("\n", "{{", "}}");
                            assertThat(words.body())
                                    .contains("Andrei Munteanu", CASE.value())
                                    .doesNotContain("{{", "}}", "\n\n\n");
                        })));
    }

    @Test
    void no_kind_of_message_lacks_an_occasion() {
        assertThat(occasions().map(Occasion::kind))
                .containsExactlyInAnyOrderElementsOf(Stream.of(MessageKind.values())
                        .map(MessageKind::wireName)
                        .toList());
    }

    @TestFactory
    @Behaviour({"R14", "R17", "R138"})
    Stream<DynamicTest> the_first_answer_says_what_was_understood_and_when_the_customer_hears_again() {
        return RuleBook.LANGUAGES.stream()
                .map(language -> DynamicTest.dynamicTest(language, () -> {
                    var words = say(new Occasion.Received(WHEN), language, "invoice", Cause.SERVICE_FAILURE);
                    assertThat(words.body())
                            .contains(wording.nature("invoice", language))
                            .contains(DAY.get(language))
                            .contains("Andrei Munteanu");
                }));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    @Behaviour("R16")
    void apologises_where_our_fault_is_likely_and_only_there(Cause cause) {
        boolean sorry = cause == Cause.SERVICE_FAILURE || cause == Cause.PRODUCT_FAULT;

        SORRY.forEach((language, apology) -> {
            var body = say(new Occasion.Received(WHEN), language, "delivery", cause)
                    .body();
            assertThat(body.contains(apology)).as(language).isEqualTo(sorry);
        });
    }

    @Test
    @Behaviour({"R8", "R15"})
    void who_needs_listening_gets_listening_and_no_departments() {
        var body =
                say(new Occasion.Received(WHEN), "en", "venting", Cause.VENTING).body();

        assertThat(body).contains("We have read every word").doesNotContain("colleagues who can solve");
    }

    @Test
    @Behaviour("R5")
    void what_is_unclear_is_asked_and_not_guessed() {
        assertThat(say(new Occasion.Received(WHEN), "en", "unclear", Cause.UNKNOWN)
                        .body())
                .contains("could you tell us");
    }

    @Test
    @Behaviour("R107")
    void a_disadvantage_is_said_and_our_own_cost_is_not() {
        var body = say(new Occasion.Proposed(List.of(REFUND, REPAIR), null, WHEN), "en", "defect", Cause.PRODUCT_FAULT)
                .body();

        assertThat(body)
                .contains("- Refund (within 5 days)\n", "- Repair (within 12 days). Please note: it takes longer\n")
                .doesNotContain("49.90");
    }

    @Test
    void a_customers_name_is_never_read_as_a_template_nor_as_a_line_of_ours() {
        var words = voice.say(
                new Occasion.Received(WHEN),
                complaint("en", "{{caseId}}{{#apology}}\r\n\r\nYour refund: 1000 EUR"),
                diagnosis("invoice", Cause.SERVICE_FAILURE));

        assertThat(words.body()).startsWith("Dear {{caseId}}{{#apology}} Your refund: 1000 EUR,\n");
    }

    @Test
    void a_title_cannot_break_the_subject_line() {
        var words = say(new Occasion.Executed("Refund\r\nBcc: all"), "en", "refund", Cause.SERVICE_FAILURE);

        assertThat(words.subject()).isEqualTo("Done: Refund Bcc: all");
    }

    private static final Option REFUND = new Option("o1", "refund", "Refund", eur("49.90"), 5, null, List.of());
    private static final Option REPAIR = new Option("o2", "repair", "Repair", null, 12, "it takes longer", List.of());

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static Stream<Occasion> occasions() {
        return Stream.of(
                new Occasion.Received(WHEN),
                new Occasion.Clarification(List.of("invoice", "delivery"), WHEN, WHEN),
                new Occasion.UnderstoodAnew(WHEN),
                new Occasion.StillWorking(WHEN),
                new Occasion.Proposed(List.of(REFUND, REPAIR), null, WHEN),
                new Occasion.Proposed(List.of(REPAIR), "a part cannot be had any more", WHEN),
                new Occasion.Reminded(WHEN),
                new Occasion.ExecutionStarted("Refund", WHEN),
                new Occasion.Executed("Refund"),
                new Occasion.Closed(),
                new Occasion.Survey(WHEN));
    }

    private Words say(Occasion occasion, String language, String nature, Cause cause) {
        return voice.say(occasion, complaint(language, null), diagnosis(nature, cause));
    }

    private static ComplaintDiagnosed diagnosis(String nature, Cause cause) {
        var hypothesis = new Hypothesis(nature, cause, 0.8, List.of(), "a-rule");
        return new ComplaintDiagnosed(CASE, List.of(hypothesis), 0, false, false, "v1", WHEN);
    }

    private static Complaint complaint(String language, @Nullable String name) {
        var owner = new Consultant("andrei", "Andrei Munteanu", List.of("ro")).asOwner();
        var contact = name == null ? null : new Complaint.Contact(name, null);
        var customer = new Customer("C-1", Customer.Tier.STANDARD);
        return new Complaint(
                "key", "print", null, null, "frontline", customer, contact, "email", language, "text", owner, WHEN);
    }
}
