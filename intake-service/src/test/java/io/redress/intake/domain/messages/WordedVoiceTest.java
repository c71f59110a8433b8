package io.redress.intake.domain.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.ClosingEvent.DisputeBody;
import io.redress.contracts.Customer;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.Formality;
import io.redress.intake.domain.Occasion;
import io.redress.intake.domain.Occasion.ChoiceGoesOn.Why;
import io.redress.intake.domain.Tone;
import io.redress.intake.domain.Voice.Words;
import io.redress.intake.domain.WaitsFor;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.diagnosis.ShippedFiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordedVoiceTest {
    private static final Remedy CREDIT = new Remedy("credit", eur("10.00"), null);
    private static final CaseId CASE = new CaseId("0190b6a4-7c1e-7a53-9f10-1c2d3e4f5a6b");
    private static final Instant WHEN = Instant.parse("2026-05-24T08:30:00Z");
    private static final Map<String, List<String>> SORRY = Map.of(
            "en", List.of("We are sorry"),
            "it", List.of("Le chiediamo scusa", "ti chiediamo scusa"),
            "ro", List.of("vă cerem scuze", "îți cerem scuze"),
            "pl", List.of("Przepraszamy"));
    private static final Map<String, String> DAY =
            Map.of("en", "24 May 2026", "it", "24 maggio 2026", "ro", "24 mai 2026", "pl", "24 maja 2026");

    private static final Map<String, String> LATE = Map.of(
            "en",
            "comes late",
            "it",
            "arriva in ritardo",
            "ro",
            "vine cu întârziere",
            "pl",
            "przychodzi z opóźnieniem");

    /** Codes and names, as the four languages would have them. */
    private static final List<String> DEPARTMENTS = List.of(
            "finance",
            "legal",
            "compliance",
            "development",
            "manufacturing",
            "quality-control",
            "quality control",
            "marketing",
            "logistic",
            "management",
            "front-desk",
            "front desk",
            "department",
            "reparto",
            "ufficio",
            "finanz",
            "legale",
            "departament",
            "financiar",
            "contabil",
            "juridic",
            "dział ",
            "działu",
            "finans",
            "księgow",
            "logisty",
            "prawn");

    private static final Wording WORDING = Wording.load(ShippedFiles::read, ShippedFiles.RULES.natures());
    private static final Roster ROSTER = Roster.load(ShippedFiles::read);
    private static final WordedVoice VOICE =
            new WordedVoice(WORDING, Reach.load(ShippedFiles::read, ROSTER.ids()), ZoneId.of("Europe/Rome"));

    private static final Option REFUND = new Option("o1", "refund", "Refund", eur("49.90"), 5, null, List.of());
    private static final Option REPAIR = new Option("o2", "repair", "Repair", null, 12, "it takes longer", List.of());
    private static final List<Said> EVERY_TEXT = everyText().toList();

    @TestFactory
    @Behaviour({"R21", "R145", "R153"})
    Stream<DynamicTest> has_words_for_every_occasion_in_every_language_tone_and_address() {
        return eachWay((way, texts) -> texts.forEach(text -> {
            assertThat(text.words().subject())
                    .as(text.name())
                    .isNotBlank()
                    .isEqualTo(text.words().subject().strip())
                    .doesNotContain("\n", "{{", "}}", "  ");
            assertThat(text.words().body())
                    .as(text.name())
                    .contains(
                            text.name().contains("account-remedied")
                                    ? new String[] {"+44 20 7946 0101"}
                                    : new String[] {"Andrei Munteanu", "+44 20 7946 0101", CASE.value()})
                    .endsWith("\n")
                    .doesNotContain("{{", "}}", "\n\n\n", "  ", " \n", " .", ",,", "..")
                    .doesNotContainPattern("[.:;?] [.:;?]");
            assertThat(text.words().templateVersion()).isNotBlank();
        }));
    }

    @TestFactory
    @Behaviour("R69")
    Stream<DynamicTest> names_no_department_and_nobody_but_the_consultant() {
        List<String> others = ROSTER.ids().stream()
                .filter(id -> !id.equals("andrei"))
                .map(id -> id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1))
                .toList();
        return eachWay((way, texts) -> texts.forEach(text -> {
            String said = (text.words().subject() + "\n" + text.words().body()).toLowerCase(Locale.ROOT);
            assertThat(DEPARTMENTS).as(text.name()).noneMatch(said::contains);
            assertThat(others).as(text.name()).noneMatch(text.words().body()::contains);
        }));
    }

    private static Stream<DynamicTest> eachWay(BiConsumer<String, List<Said>> check) {
        return EVERY_TEXT.stream()
                .collect(Collectors.groupingBy(Said::way, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(way -> DynamicTest.dynamicTest(way.getKey(), () -> check.accept(way.getKey(), way.getValue())));
    }

    @Test
    @Behaviour("R69")
    void every_wait_is_said_in_its_own_words_in_every_language() {
        for (var language : RuleBook.LANGUAGES) {
            for (var formality : Formality.values()) {
                assertThat(Stream.of(WaitsFor.values()).map(wait -> WORDING.waits(List.of(wait), language, formality)))
                        .doesNotHaveDuplicates()
                        .allMatch(sentence -> sentence.endsWith("."))
                        .allMatch(sentence -> Character.isUpperCase(sentence.charAt(0)));
            }
        }
    }

    @Test
    @Behaviour("R69")
    void no_nature_that_a_wait_names_is_unknown_to_the_diagnosis() {
        assertThat(ShippedFiles.RULES.natures())
                .containsAll(Stream.of(WaitsFor.values())
                        .flatMap(it -> it.natures().stream())
                        .toList());
    }

    @Test
    @Behaviour("R69")
    void a_late_update_says_that_it_is_late_and_one_in_time_does_not() {
        LATE.forEach((language, sorry) -> {
            assertThat(say(new Occasion.StillWorking(WHEN, List.of(), WHEN), language, "invoice", Cause.UNKNOWN)
                            .body())
                    .contains(sorry, DAY.get(language));
            assertThat(say(new Occasion.StillWorking(WHEN, List.of(), null), language, "invoice", Cause.UNKNOWN)
                            .body())
                    .doesNotContain(sorry);
        });
    }

    @Test
    @Behaviour("R21")
    void the_words_differ_with_the_tone_where_the_tone_makes_a_difference() {
        everyKind().filter(kind -> !kind.tones().isEmpty()).forEach(kind -> {
            for (var language : RuleBook.LANGUAGES) {
                for (var formality : Formality.values()) {
                    assertThat(kind.tones().stream()
                                    .map(tone -> EVERY_TEXT.stream()
                                            .filter(text -> text.is(kind, language, formality, tone))
                                            .map(text -> text.words().body())
                                            .findFirst()
                                            .orElseThrow()))
                            .as(kind + " " + language)
                            .doesNotHaveDuplicates();
                }
            }
        });
    }

    @Test
    @Behaviour("R145")
    void who_wishes_it_is_addressed_informally() {
        assertThat(informal("it")).contains("Ciao Ana,", "il tuo reclamo").doesNotContain(" Lei ", " Le ", " Suo ");
        assertThat(informal("ro")).contains("Salut, Ana,", "ta").doesNotContain("dumneavoastră");
        assertThat(informal("pl")).contains("Cześć, Ana,", "Twoją").doesNotContain("Państw");
        assertThat(informal("en")).contains("Hi Ana,");
    }

    private String informal(String language) {
        var words = VOICE.say(
                new Occasion.Received(WHEN),
                complaint(language, new Complaint.Contact("Ana", null, null, Formality.INFORMAL)),
                diagnosis("invoice", Cause.SERVICE_FAILURE),
                Tone.NEUTRAL);
        return words.subject() + "\n" + words.body();
    }

    @Test
    void no_kind_of_message_lacks_an_occasion() {
        assertThat(occasions().map(Occasion::kind).distinct())
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
                            .contains(WORDING.nature("invoice", language, Formality.FORMAL))
                            .contains("andrei.munteanu@frontdesk.example")
                            .contains(DAY.get(language))
                            .contains("Andrei Munteanu");
                }));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    @Behaviour("R16")
    void apologises_where_our_fault_is_likely_and_only_there(Cause cause) {
        boolean sorry = cause == Cause.SERVICE_FAILURE || cause == Cause.PRODUCT_FAULT;

        assertThat(EVERY_TEXT.stream().filter(text -> text.is(cause)))
                .hasSizeGreaterThanOrEqualTo(RuleBook.LANGUAGES.size() * Formality.values().length * Tone.SCALE.size())
                .allSatisfy(text -> assertThat(SORRY.getOrDefault(text.language(), List.of()).stream()
                                .anyMatch(text.words().body()::contains))
                        .as(text.name())
                        .isEqualTo(sorry));
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
                .contains(
                        "- Refund (within 5 working days)\n",
                        "- Repair (within 12 working days). Please note: it takes longer\n")
                .doesNotContain("49.90");
    }

    @Test
    void a_customers_name_is_never_read_as_a_template_nor_as_a_line_of_ours() {
        var words = VOICE.say(
                new Occasion.Received(WHEN),
                complaint("en", "{{caseId}}{{#apology}}\r\n\r\nYour refund: 1000 EUR"),
                diagnosis("invoice", Cause.SERVICE_FAILURE),
                Tone.NEUTRAL);

        assertThat(words.body()).startsWith("Dear {{caseId}}{{#apology}} Your refund: 1000 EUR,\n");
    }

    @Test
    void a_title_cannot_break_the_subject_line() {
        var words = say(new Occasion.Executed("Refund\r\nBcc: all"), "en", "refund", Cause.SERVICE_FAILURE);

        assertThat(words.subject()).isEqualTo("Done: Refund Bcc: all");
    }

    @TestFactory
    @Behaviour({"R124", "R153"})
    Stream<DynamicTest> a_value_ends_no_sentence_and_joins_no_two_whether_it_has_a_full_stop_or_not() {
        return RuleBook.LANGUAGES.stream()
                .map(language -> DynamicTest.dynamicTest(language, () -> {
                    for (var formality : Formality.values()) {
                        for (var tone : Tone.SCALE) {
                            var plain = naming("so wie QQ").toList();
                            var ended = naming("so wie QQ.").toList();
                            for (int i = 0; i < plain.size(); i++) {
                                var said = said(
                                        new Matter(plain.get(i), "invoice", Cause.UNKNOWN), language, formality, tone);
                                assertThat(said.words().body())
                                        .as(said.name())
                                        .contains("QQ")
                                        .doesNotContainPattern("QQ \\p{Lu}");
                                assertThat(said(
                                                        new Matter(ended.get(i), "invoice", Cause.UNKNOWN),
                                                        language,
                                                        formality,
                                                        tone)
                                                .words())
                                        .as(said.name())
                                        .isEqualTo(said.words());
                            }
                        }
                    }
                }));
    }

    /** Every kind of message that repeats words which somebody has written as a phrase or as a sentence. */
    private static Stream<Occasion> naming(String words) {
        var option = new Option("o1", "refund", words, null, 5, words, List.of());
        return Stream.of(
                new Occasion.Proposed(List.of(option), null, WHEN),
                new Occasion.Proposed(List.of(option, REPAIR), words, WHEN),
                new Occasion.OfferedInstead(words, List.of(option), List.of(Dimension.TIME), null, WHEN),
                new Occasion.OfferedInstead(words, List.of(option, REPAIR), List.of(), words, WHEN),
                new Occasion.ChoiceGoesOn(words, Why.CHOSEN, null, WHEN),
                new Occasion.ExecutionStarted(words, WHEN),
                new Occasion.ExecutionStarted(words, WHEN, WHEN, List.of(new Remedy("shipment", null, words))),
                new Occasion.Executed(words, WHEN),
                new Occasion.PromiseSlips(WHEN, null, words, words, Dimension.COST),
                new Occasion.TimeLimit(Occasion.TimeLimit.Stage.EXTENDED, WHEN, words),
                new Occasion.ThinkingAgain(Dimension.TIME, words, null, 2, true, false, WHEN),
                new Occasion.OutageRemedied(new Remedy("shipment", null, words), false, null),
                new Occasion.OutageRemedied(new Remedy("shipment", null, words), true, WHEN));
    }

    @Test
    @Behaviour({"R106", "R109"})
    void what_was_understood_of_a_counter_stands_in_the_answer_in_every_language() {
        var counter = new Occasion.ThinkingAgain(Dimension.TIME, "Too late", eur("120.00"), 2, false, false, WHEN);
        for (String language : RuleBook.LANGUAGES) {
            String body = say(counter, language, "refund", Cause.UNKNOWN).body();
            assertThat(body).contains("Too late", "120.00 EUR", ": 2.", DAY.get(language));
            assertThat(body)
                    .isNotEqualTo(say(
                                    new Occasion.ThinkingAgain(
                                            Dimension.TIME, "Too late", eur("120.00"), 2, true, false, WHEN),
                                    language,
                                    "refund",
                                    Cause.UNKNOWN)
                            .body());
        }
    }

    @Test
    @Behaviour({"R106", "R111", "R124"})
    void an_offer_in_place_of_a_choice_names_what_goes_on_and_what_it_lacks_and_no_date_but_its_own_end() {
        var later = new Occasion.OfferedInstead("Repair", List.of(REFUND), List.of(Dimension.TIME), null, WHEN);
        var allOfIt = new Occasion.OfferedInstead("Repair", List.of(REFUND), List.of(Dimension.values()), null, WHEN);
        var without = new Occasion.OfferedInstead("Repair", List.of(REFUND), List.of(), "This is gone: Credit", WHEN);
        for (String language : RuleBook.LANGUAGES) {
            String body = say(later, language, "refund", Cause.UNKNOWN).body();
            assertThat(body).contains(": Repair.", "- Refund (").containsOnlyOnce(DAY.get(language));
            assertThat(body.length())
                    .isLessThan(say(allOfIt, language, "refund", Cause.UNKNOWN)
                            .body()
                            .length());
            assertThat(say(without, language, "refund", Cause.UNKNOWN).body()).contains(". This is gone: Credit.");
        }
        assertThat(say(later, "en", "refund", Cause.UNKNOWN).body())
                .contains(
                        "What you chose goes on meanwhile: Repair. It comes later than we had promised. We have",
                        "If you say nothing, you keep what you chose")
                .doesNotContain("costs something else", "in every way", "Our offer has changed");
    }

    @Test
    @Behaviour({"R106", "R126"})
    void what_goes_on_is_said_with_its_date_where_one_is_known_and_without_where_none_is() {
        for (String language : RuleBook.LANGUAGES) {
            for (Why why : Why.values()) {
                String dated = goesOn(why, WHEN, language);
                String undated = goesOn(why, null, language);
                assertThat(dated).contains(DAY.get(language));
                assertThat(undated).doesNotContain(DAY.get(language)).contains(": Repair.");
            }
            assertThat(Stream.of(Why.values()).map(why -> goesOn(why, WHEN, language)))
                    .doesNotHaveDuplicates();
        }
    }

    private String goesOn(Why why, @Nullable Instant dueAt, String language) {
        return say(
                        new Occasion.ChoiceGoesOn("Repair", why, dueAt, WHEN.plusSeconds(864_000)),
                        language,
                        "refund",
                        Cause.UNKNOWN)
                .body();
    }

    @Test
    void nothing_is_said_to_have_been_agreed_or_told_where_that_is_not_known() {
        var offer = new Occasion.Proposed(List.of(REPAIR), "This is no longer available: Credit", WHEN);
        assertThat(say(offer, "en", "refund", Cause.UNKNOWN).body())
                .contains("It cannot go as planned: This is no longer available: Credit.")
                .doesNotContain("agreed");
        var extended = new Occasion.TimeLimit(Occasion.TimeLimit.Stage.EXTENDED, WHEN, "The bank has not answered.");
        assertThat(say(extended, "en", "refund", Cause.UNKNOWN).body())
                .contains("Our answer takes longer. The reason: The bank has not answered.");
    }

    @Test
    @Behaviour("R114")
    void what_has_arrived_already_is_named_with_the_new_choice_and_only_then() {
        var kept = List.of(CREDIT, new Remedy("shipment", null, "a lamp"));
        for (String language : RuleBook.LANGUAGES) {
            String body = say(
                            new Occasion.ExecutionStarted("Repair", WHEN, WHEN, kept),
                            language,
                            "refund",
                            Cause.UNKNOWN)
                    .body();
            assertThat(body).contains(": 10.00 EUR, a lamp.");
            assertThat(say(new Occasion.ExecutionStarted("Repair", WHEN), language, "refund", Cause.UNKNOWN)
                            .body())
                    .hasSizeLessThan(body.length() - ": 10.00 EUR, a lamp.".length());
        }
    }

    @Test
    @Behaviour("R138")
    void who_does_not_agree_reads_who_decides_and_until_when() {
        var dispute = new DisputeBody("Ombudsman", "1 Main Street", "https://o.example", WHEN);
        for (String language : RuleBook.LANGUAGES) {
            assertThat(say(new Occasion.Closed(WHEN, dispute), language, "refund", Cause.SERVICE_FAILURE)
                            .body())
                    .contains("Ombudsman, 1 Main Street (https://o.example)", "andrei.munteanu@frontdesk.example")
                    .contains(DAY.get(language));
            assertThat(say(new Occasion.Closed(), language, "refund", Cause.SERVICE_FAILURE)
                            .body())
                    .doesNotContain("Ombudsman");
        }
    }

    @Test
    @Behaviour("R110")
    void who_has_no_case_hears_what_was_done_in_their_own_language_and_of_no_case() {
        var anna = new Complaint.Contact("Anna Bell", null, null, Formality.INFORMAL);

        assertThat(VOICE.say(new Occasion.AccountRemedied(CREDIT), anna, "en").body())
                .startsWith("Hi Anna Bell,\n")
                .contains("We have credited 10.00 EUR to your account.")
                .doesNotContain("case");
        assertThat(VOICE.say(new Occasion.AccountRemedied(new Remedy("shipment", null, "un router nuovo")), null, "it")
                        .body())
                .startsWith("Buongiorno,\n")
                .contains("Le abbiamo spedito: un router nuovo.");
    }

    private static Money eur(String amount) {
        return new Money(new BigDecimal(amount), "EUR");
    }

    private static Stream<Occasion> occasions() {
        return Stream.of(
                new Occasion.Received(WHEN),
                new Occasion.Holding(WHEN),
                new Occasion.InCrisis(WHEN),
                new Occasion.Clarification(List.of(), WHEN, WHEN),
                new Occasion.Clarification(List.of("invoice"), WHEN, WHEN),
                new Occasion.Clarification(List.of("invoice", "delivery"), WHEN, WHEN),
                new Occasion.UnderstoodAnew(WHEN),
                new Occasion.StillWorking(WHEN, List.of(WaitsFor.CHARGES, WaitsFor.FACTS), null),
                new Occasion.StillWorking(WHEN, List.of(WaitsFor.PROPOSAL), WHEN),
                new Occasion.TakesLonger(WHEN.plusSeconds(86_400), WHEN, List.of(WaitsFor.CHARGES)),
                new Occasion.TakesLonger(WHEN, WHEN, List.of(WaitsFor.CHOSEN_SOLUTION)),
                new Occasion.PromiseSlips(WHEN, WHEN.plusSeconds(86_400), null, null, Dimension.TIME),
                new Occasion.PromiseSlips(WHEN, null, "new", "as good as new", Dimension.QUALITY),
                new Occasion.PromiseSlips(WHEN, null, "49.90 EUR", "59.90 EUR", Dimension.COST),
                new Occasion.PromiseSlips(WHEN, null, null, null, Dimension.COST),
                new Occasion.PromiseSlips(WHEN, null, null, null, Dimension.QUALITY),
                new Occasion.Joined(WHEN),
                new Occasion.Joined(null),
                new Occasion.Proposed(List.of(REFUND, REPAIR), null, WHEN),
                new Occasion.Proposed(List.of(REPAIR), "a part cannot be had any more", WHEN),
                new Occasion.OfferedInstead("Repair", List.of(REFUND), List.of(Dimension.TIME), null, WHEN),
                new Occasion.OfferedInstead("Repair", List.of(REFUND, REPAIR), List.of(Dimension.values()), null, WHEN),
                new Occasion.OfferedInstead("Repair", List.of(REFUND), List.of(), "This is gone: Credit", WHEN),
                new Occasion.ChoiceGoesOn("Repair", Why.CHOSEN, WHEN, WHEN),
                new Occasion.ChoiceGoesOn("Repair", Why.NOTHING_CHOSEN, WHEN, WHEN),
                new Occasion.ChoiceGoesOn("Repair", Why.NOTHING_ELSE, null, WHEN),
                new Occasion.Reminded(WHEN),
                new Occasion.Reminded(WHEN, true),
                new Occasion.ExecutionStarted(
                        "Refund", WHEN, WHEN, List.of(CREDIT, new Remedy("shipment", null, "a lamp"))),
                new Occasion.ExecutionStarted("Refund", WHEN),
                new Occasion.Executed("Refund"),
                new Occasion.Executed("Refund", WHEN),
                new Occasion.WordAwaited(WHEN),
                new Occasion.Reopened(WHEN),
                new Occasion.StillWorking(WHEN, List.of(WaitsFor.FACTS), null, WHEN),
                new Occasion.ThinkingAgain(null, "Money does not help me.", null, null, false, false, WHEN),
                new Occasion.ThinkingAgain(null, "No!", null, null, true, true, WHEN),
                new Occasion.ThinkingAgain(Dimension.TIME, "Too late", null, 2, false, false, WHEN),
                new Occasion.ThinkingAgain(Dimension.COST, "More", eur("120.00"), null, true, false, WHEN),
                new Occasion.ThinkingAgain(Dimension.QUALITY, "Better", eur("1.00"), 0, false, false, WHEN),
                new Occasion.TimeLimit(Occasion.TimeLimit.Stage.EXTENDED, WHEN, "The bank has not answered."),
                new Occasion.TimeLimit(Occasion.TimeLimit.Stage.LATER, WHEN, null),
                new Occasion.TimeLimit(Occasion.TimeLimit.Stage.MISSED, WHEN, null),
                new Occasion.OutageRemedied(CREDIT, false, null),
                new Occasion.OutageRemedied(CREDIT, false, WHEN),
                new Occasion.OutageRemedied(CREDIT, true, WHEN),
                new Occasion.AccountRemedied(CREDIT),
                new Occasion.Said("We have found your parcel.", List.of("c1")),
                new Occasion.Corrected("27 November", WHEN, "1 December", List.of("c2")),
                new Occasion.Corrected("27 November", WHEN, null, List.of()),
                new Occasion.Closed(),
                new Occasion.Closed(WHEN, new DisputeBody("Ombudsman", "1 Main Street", "https://o.example", WHEN)),
                new Occasion.Closed(WHEN, new DisputeBody("Ombudsman", "1 Main Street", null, null)),
                new Occasion.Survey(WHEN));
    }

    @Test
    @Behaviour({"R123", "R126"})
    void a_promise_that_slips_says_which_standard_is_not_kept() {
        var dearer = new Occasion.PromiseSlips(WHEN, null, "49.90 EUR", "59.90 EUR", Dimension.COST);
        assertThat(say(dearer, "en", "defect", Cause.PRODUCT_FAULT).body())
                .contains("It was to cost 49.90 EUR. It will cost 59.90 EUR.");
        var other = new Occasion.PromiseSlips(WHEN, null, "oak", "pine", Dimension.QUALITY);
        assertThat(say(other, "en", "defect", Cause.PRODUCT_FAULT).body())
                .contains("You were to have: oak. It will be: pine.");
        var unsaid = new Occasion.PromiseSlips(WHEN, null, null, null, Dimension.COST);
        assertThat(say(unsaid, "en", "defect", Cause.PRODUCT_FAULT).body())
                .contains("It will not cost what we had said.")
                .doesNotContain("Not everything");
        var unreadable = new Occasion.PromiseSlips(WHEN, null, "oak", "...", Dimension.QUALITY);
        assertThat(say(unreadable, "en", "defect", Cause.PRODUCT_FAULT).body())
                .contains("Not everything will be as we had agreed.");
    }

    @ParameterizedTest
    @Behaviour("R20")
    @CsvSource({"en, 27 November 2026", "it, 27 novembre 2026", "pl, 27 listopada 2026", "ro, 27 noiembrie 2026"})
    void a_day_that_was_kept_as_a_date_is_corrected_in_the_words_of_the_customer(String language, String day) {
        String body = say(
                        new Occasion.Corrected("2026-11-27", WHEN, "at the end of the month", List.of("c2")),
                        language,
                        "delivery",
                        Cause.SERVICE_FAILURE)
                .body();

        assertThat(body).contains(day, "at the end of the month").doesNotContain("2026-11-27");
    }

    private Words say(Occasion occasion, String language, String nature, Cause cause) {
        return VOICE.say(occasion, complaint(language, (String) null), diagnosis(nature, cause), Tone.NEUTRAL);
    }

    private static Stream<MessageKind> everyKind() {
        return Stream.of(MessageKind.values());
    }

    /** All that can be said: every occasion, nature, wait, language, address and tone. */
    private static Stream<Said> everyText() {
        return RuleBook.LANGUAGES.stream()
                .flatMap(language -> Stream.of(Formality.values())
                        .flatMap(formality -> Tone.SCALE.stream()
                                .flatMap(
                                        tone -> everyMatter().map(matter -> said(matter, language, formality, tone)))));
    }

    private static Stream<Matter> everyMatter() {
        return Stream.of(
                        occasions().map(it -> new Matter(it, "invoice", Cause.SERVICE_FAILURE)),
                        ShippedFiles.RULES.natures().stream()
                                .filter(nature -> !List.of("venting", "praise", "question")
                                        .contains(nature))
                                .flatMap(nature -> Stream.of(Cause.values())
                                        .map(cause -> new Matter(new Occasion.Received(WHEN), nature, cause))),
                        Stream.of(
                                new Matter(new Occasion.Received(WHEN), "venting", Cause.VENTING),
                                new Matter(new Occasion.Received(WHEN), "praise", Cause.NO_COMPLAINT),
                                new Matter(new Occasion.Received(WHEN), "question", Cause.NO_COMPLAINT),
                                new Matter(new Occasion.Received(WHEN), "unclear", Cause.UNKNOWN)),
                        Stream.of(WaitsFor.values())
                                .map(wait -> new Matter(
                                        new Occasion.StillWorking(WHEN, List.of(wait), null),
                                        "invoice",
                                        Cause.SERVICE_FAILURE)))
                .flatMap(it -> it);
    }

    private static Said said(Matter matter, String language, Formality formality, Tone tone) {
        var contact = new Complaint.Contact("Ana Pop", null, null, formality);
        var words = VOICE.say(
                matter.occasion(), complaint(language, contact), diagnosis(matter.nature(), matter.cause()), tone);
        return new Said(matter, language, formality, tone, words);
    }

    private record Matter(Occasion occasion, String nature, Cause cause) {}

    private record Said(Matter matter, String language, Formality formality, Tone tone, Words words) {
        String way() {
            return String.join(" ", language, formality.wireName(), tone.wireName());
        }

        String name() {
            return String.join(
                    " ",
                    way(),
                    matter.occasion().kind(),
                    matter.nature(),
                    matter.cause().name());
        }

        boolean is(Cause cause) {
            return matter.cause() == cause && matter.occasion().kind().equals("acknowledgement");
        }

        boolean is(MessageKind kind, String wanted, Formality address, Tone way) {
            return matter.occasion().kind().equals(kind.wireName())
                    && language.equals(wanted)
                    && formality == address
                    && tone == way;
        }
    }

    private static ComplaintDiagnosed diagnosis(String nature, Cause cause) {
        var hypothesis = new Hypothesis(nature, cause, 0.8, List.of(), "a-rule");
        return new ComplaintDiagnosed(CASE, List.of(hypothesis), 0, false, false, "v1", WHEN);
    }

    private static Complaint complaint(String language, @Nullable String name) {
        return complaint(language, new Complaint.Contact(name, null));
    }

    private static Complaint complaint(String language, Complaint.Contact contact) {
        var owner = new Consultant("andrei", "Andrei Munteanu", List.of("ro")).asOwner();
        var customer = new Customer("C-1", Customer.Tier.STANDARD);
        return new Complaint(
                "key", "print", null, null, "frontline", customer, contact, "email", language, "text", owner, WHEN);
    }
}
