package io.redress.intake.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticianTest {
    private static final int LONGEST_TEXT = 64 * 1024;

    private final Diagnostician diagnostician = new Diagnostician(ShippedFiles.RULES);

    @Test
    @Behaviour("R2")
    void evidence_points_at_the_customers_own_words_despite_diacritics() {
        var text = "Bună ziua! 🙂 Încărcătorul s-a stricat, iar capacul e crăpat.";

        var evidence = diagnostician.diagnose(text, "ro").hypotheses().stream()
                .flatMap(hypothesis -> hypothesis.evidence().stream())
                .map(span -> text.substring(span.start(), span.end()))
                .toList();

        assertThat(evidence).contains("s-a stricat", "crăpat");
    }

    @Test
    void letters_with_separate_accents_are_the_same_letters() {
        var composed =
                diagnostician.diagnose("La fattura è sbagliata, perché?", "it").strongest();
        var text = "La fattura e\u0300 sbagliata, perche\u0301?";
        var decomposed = diagnostician.diagnose(text, "it").strongest();

        assertThat(decomposed.nature()).isEqualTo(composed.nature());
        var span = decomposed.evidence().getFirst();
        assertThat(text.substring(span.start(), span.end())).isEqualTo("fattura e\u0300 sbagliata");
    }

    @ParameterizedTest
    @Behaviour("R3")
    @CsvSource(delimiter = '|', textBlock = """
            The invoice is wrong.                          | SERVICE_FAILURE
            I do not understand this invoice at all.       | MISUNDERSTANDING
            I just needed to vent, nobody listens.         | VENTING
            The kettle is cracked and leaks.               | PRODUCT_FAULT
            There is no option to export my reports.       | UNMET_NEED
            The parcel is stuck in customs.                | THIRD_PARTY
            Thank you so much, great service.              | NO_COMPLAINT
            Xyzzy plugh.                                   | UNKNOWN
            """)
    void names_the_cause_beneath_the_words(String text, Cause cause) {
        assertThat(diagnostician.diagnose(text, "en").cause()).isEqualTo(cause);
    }

    @Test
    @Behaviour("R5")
    void a_text_that_says_nothing_is_unclear_and_not_guessed() {
        var diagnosis = diagnostician.diagnose("Xyzzy plugh.", "en");

        assertThat(diagnosis.hypotheses()).hasSize(1);
        assertThat(diagnosis.strongest().nature()).isEqualTo("unclear");
        assertThat(diagnosis.strongest().confidence()).isLessThan(0.2);
        assertThat(diagnosis.strongest().evidence()).isEmpty();
    }

    @Test
    @Behaviour("R5")
    void whether_there_is_enough_to_act_on_depends_on_the_threshold() {
        var stated = diagnostician.diagnose("You charged my card twice.", "en");
        var named = diagnostician.diagnose("It is about my last bill.", "en");

        assertThat(stated.isClear(0.8)).isTrue();
        assertThat(named.isClear(0.8)).isFalse();
        assertThat(named.isClear(0.3)).isTrue();
        assertThat(diagnostician.diagnose("Xyzzy plugh.", "en").isClear(0)).isFalse();
    }

    @Test
    void whoever_speaks_to_the_company_and_is_not_understood_is_asked_and_not_taken_for_content() {
        var diagnosis = diagnostician.diagnose("We listened to your radio on our way to the sea.", "en");

        assertThat(diagnosis.strongest().nature()).isEqualTo("unclear");
        assertThat(diagnosis.cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void a_remark_that_shows_no_displeasure_is_most_likely_no_complaint_but_not_clear() {
        var diagnosis = diagnostician.diagnose("We listened to the radio on our way to the sea.", "en");

        assertThat(diagnosis.cause()).isEqualTo(Cause.NO_COMPLAINT);
        assertThat(diagnosis.strongest().nature()).isEqualTo("unclear");
        assertThat(diagnosis.isClear(0)).isFalse();
    }

    @Test
    @Behaviour("R8")
    void anger_about_something_to_solve_is_not_mere_venting() {
        var diagnosis = diagnostician.diagnose("I am so angry, nobody listens! The invoice is wrong.", "en");

        assertThat(diagnosis.hypotheses()).extracting(Hypothesis::nature).containsExactly("invoice");
    }

    @Test
    @Behaviour("R10")
    void a_complaint_with_two_problems_has_two_hypotheses() {
        var diagnosis = diagnostician.diagnose("The kettle leaks. Also you charged my card twice.", "en");

        assertThat(diagnosis.hypotheses())
                .extracting(Hypothesis::nature)
                .containsExactlyInAnyOrder("defect", "overcharge");
    }

    @Test
    void a_longer_phrase_speaks_for_its_own_nature_only() {
        assertThat(diagnostician.diagnose("I need a payment plan.", "en").hypotheses())
                .extracting(Hypothesis::nature)
                .containsExactly("payment-plan");
    }

    @Test
    void a_phrase_does_not_reach_into_the_next_sentence() {
        var diagnosis = diagnostician.diagnose("I like the invoice. Wrong weather today.", "en");

        assertThat(diagnosis.strongest().rule()).isEqualTo("en-invoice-named");
    }

    @Test
    void saying_the_same_words_again_and_again_is_no_more_evidence() {
        var once = diagnostician.diagnose("The invoice is wrong.", "en").strongest();
        var often = diagnostician
                .diagnose("The invoice is wrong. ".repeat(50), "en")
                .strongest();

        assertThat(often.confidence()).isEqualTo(once.confidence());
    }

    @Test
    @Behaviour("R41")
    void a_threat_to_go_public_is_seen_beside_the_problem() {
        var diagnosis = diagnostician.diagnose("The invoice is wrong, I will call a journalist.", "en");

        assertThat(diagnosis.publicImpact()).isTrue();
        assertThat(diagnosis.crisis()).isFalse();
    }

    @Test
    @Behaviour("R48")
    void signs_of_a_crisis_are_seen() {
        assertThat(diagnostician
                        .diagnose("Wyciek danych! Hakerzy mają nasze hasła.", "pl")
                        .crisis())
                .isTrue();
    }

    @Test
    @Behaviour("R19")
    void the_mood_goes_from_furious_to_content() {
        double furious = mood("THIS IS AN OUTRAGEOUS DISGRACE, THE WORST COMPANY!!!");
        double upset = mood("I am disappointed with the kettle.");
        double even = mood("Good morning, the kettle is blue.");
        double content = mood("Thank you, everything was perfect.");

        assertThat(furious).isLessThan(upset).isGreaterThanOrEqualTo(-1);
        assertThat(upset).isLessThan(even);
        assertThat(even).isZero();
        assertThat(content).isGreaterThan(even).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "charge ",
                "a",
                "!",
                " ",
                "\n",
                "á",
                "a\u0301",
                "\ud83d",
                "payment plan not ",
                "the charged fee twice the ",
                "invoice ~ * {{x}} ",
                "pay pay pay in "
            })
    void a_hostile_text_of_full_length_gets_a_bounded_diagnosis(String part) {
        var text = part.repeat(LONGEST_TEXT / part.length());

        for (var language : RuleBook.LANGUAGES) {
            var diagnosis = diagnostician.diagnose(text, language);
            assertThat(diagnosis.hypotheses()).hasSizeBetween(1, 5).allSatisfy(hypothesis -> {
                assertThat(hypothesis.confidence()).isBetween(0.0, 1.0);
                assertThat(hypothesis.evidence()).hasSizeLessThanOrEqualTo(12);
            });
            assertThat(diagnosis.mood()).isBetween(-1.0, 1.0);
        }
    }

    @Test
    void an_empty_text_and_an_unknown_language_are_read_as_unclear_english() {
        var diagnosis = diagnostician.diagnose("", "xx");

        assertThat(diagnosis.language()).isEqualTo("en");
        assertThat(diagnosis.strongest().nature()).isEqualTo("unclear");
    }

    private double mood(String text) {
        return diagnostician.diagnose(text, "en").mood();
    }
}
