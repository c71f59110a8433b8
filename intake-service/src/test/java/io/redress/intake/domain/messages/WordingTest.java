package io.redress.intake.domain.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.chassis.testing.Behaviour;
import io.redress.intake.domain.Formality;
import io.redress.intake.domain.diagnosis.ShippedFiles;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private final Wording wording = load("", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Sunday 24 May 2026 at 10:30 (CEST)
            it | domenica 24 maggio 2026 alle 10:30 (CEST)
            ro | duminică, 24 mai 2026, ora 10:30 (CEST)
            pl | 24 maja 2026 (niedziela), godz. 10:30 CEST
            xx | Sunday 24 May 2026 at 10:30 (CEST)
            """)
    void dates_are_written_as_people_write_them(String language, String expected) {
        var instant = Instant.parse("2026-05-24T08:30:00Z");

        assertThat(wording.date(instant, ZoneId.of("Europe/Rome"), language)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 0   | at once
            en | 1   | within 1 working day
            en | 2   | within 2 working days
            it | 1   | entro 1 giorno lavorativo
            it | 21  | entro 21 giorni lavorativi
            ro | 1   | în cel mult o zi lucrătoare
            ro | 19  | în cel mult 19 zile lucrătoare
            ro | 20  | în cel mult 20 de zile lucrătoare
            ro | 100 | în cel mult 100 de zile lucrătoare
            ro | 101 | în cel mult 101 zile lucrătoare
            pl | 1   | w ciągu 1 dnia roboczego
            pl | 22  | w ciągu 22 dni roboczych
            pl | 5   | w ciągu 5 dni roboczych
            """)
    void days_are_counted_in_the_right_form(String language, int days, String expected) {
        assertThat(wording.days(days, language)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 1   | There is 1 way
            en | 2   | There are 2 ways
            it | 1   | C'è 1 modo
            it | 3   | Ci sono 3 modi
            ro | 1   | Există o cale
            ro | 2   | Există 2 căi
            ro | 20  | Există 20 de căi
            ro | 119 | Există 119 căi
            pl | 1   | Jest 1 rozwiązanie
            pl | 2   | Są 2 rozwiązania
            pl | 4   | Są 4 rozwiązania
            pl | 5   | Jest 5 rozwiązań
            pl | 12  | Jest 12 rozwiązań
            pl | 21  | Jest 21 rozwiązań
            pl | 22  | Są 22 rozwiązania
            pl | 112 | Jest 112 rozwiązań
            """)
    void things_are_counted_in_the_right_form(String language, int count, String expected) {
        assertThat(wording.ways(count, language)).isEqualTo(expected);
    }

    @Test
    void each_file_has_a_version_that_changes_with_its_content() {
        assertThat(wording.version("ro", Formality.FORMAL)).matches("ro-[0-9a-f]{12}");
        assertThat(wording.version("ro", Formality.INFORMAL)).matches("ro-informal-[0-9a-f]{12}");
        assertThat(load("Iată ce am înțeles", "Am înțeles").version("ro", Formality.FORMAL))
                .isNotEqualTo(wording.version("ro", Formality.FORMAL));
        assertThat(load("Iată ce am înțeles", "Am înțeles").version("it", Formality.FORMAL))
                .isEqualTo(wording.version("it", Formality.FORMAL));
    }

    @Test
    @Behaviour("R21")
    void a_missing_tone_is_refused_when_loading() {
        assertThatThrownBy(() -> load("      firm: am citit", "      furious: am citit"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages/ro.yaml")
                .hasMessageContaining("\"firm\"");
    }

    @Test
    void a_text_that_leaves_no_place_for_its_tones_is_refused_when_loading() {
        assertThatThrownBy(() -> load("{{>tone}}", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{{>tone}}");
    }

    @Test
    @Behaviour("R69")
    void a_wait_without_words_is_refused_when_loading() {
        assertThatThrownBy(() -> load("  facts: Se verifică faptele.\n", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages/ro.yaml")
                .hasMessageContaining("facts");
    }

    @Test
    @Behaviour({"R145", "R153"})
    void what_is_missing_for_the_informal_address_is_refused_as_well() {
        assertThatThrownBy(() -> Wording.load(
                        path -> path.equals("messages/pl-informal.yaml")
                                ? ShippedFiles.read(path).replace("  survey:", "  survey-renamed:")
                                : ShippedFiles.read(path),
                        ShippedFiles.RULES.natures()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages/pl-informal.yaml")
                .hasMessageContaining("survey");
    }

    @Test
    @Behaviour("R153")
    void Romanian_has_its_comma_below_and_no_cedilla() {
        assertThat(ShippedFiles.read("messages/ro.yaml") + ShippedFiles.read("messages/ro-informal.yaml"))
                .contains("ș", "ț")
                .doesNotContain("ş", "ţ", "Ş", "Ţ");
    }

    @Test
    void a_missing_translation_is_refused_when_loading() {
        assertThatThrownBy(() -> load("  survey:", "  survey-renamed:"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages/ro.yaml")
                .hasMessageContaining("survey");
    }

    @Test
    void a_nature_without_a_name_is_refused_when_loading() {
        assertThatThrownBy(() -> load("  recall: rechemarea unui produs\n", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages/ro.yaml")
                .hasMessageContaining("recall");
    }

    @Test
    void an_unknown_placeholder_is_refused_when_loading_even_where_it_is_rarely_used() {
        assertThatThrownBy(() -> load("{{#disadvantage}}. De știut: {{disadvantage}}", "{{#disadvantage}}{{drawback}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages/ro.yaml")
                .hasMessageContaining("drawback");
    }

    @Test
    void a_template_that_does_not_end_is_refused_when_loading() {
        assertThatThrownBy(() -> load("{{/disadvantage}}", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("messages/ro.yaml");
    }

    private static Wording load(String written, String instead) {
        return Wording.load(
                path -> path.equals("messages/ro.yaml")
                        ? ShippedFiles.read(path).replace(written.isEmpty() ? "\u0000" : written, instead)
                        : ShippedFiles.read(path),
                ShippedFiles.RULES.natures());
    }
}
