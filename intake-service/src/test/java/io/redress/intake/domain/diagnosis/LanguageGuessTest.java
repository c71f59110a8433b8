package io.redress.intake.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageGuessTest {
    private final LanguageGuess guess = new LanguageGuess(ShippedFiles.RULES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | I have been waiting for my order and nobody tells me when it will come.
            it | Aspetto il mio ordine da due settimane e nessuno mi dice quando arriva.
            ro | Aștept comanda de două săptămâni și nimeni nu îmi spune când vine.
            ro | Astept comanda de doua saptamani si nimeni nu imi spune cand vine.
            pl | Czekam na zamówienie od dwóch tygodni i nikt nie mówi, kiedy przyjdzie.
            pl | Zepsuła się pralka.
            """)
    void knows_a_language_by_its_small_words_and_letters(String language, String text) {
        assertThat(guess.of(text)).isEqualTo(language);
    }

    @Test
    void what_cannot_be_decided_is_taken_for_English() {
        assertThat(guess.of("")).isEqualTo("en");
        assertThat(guess.of("12345 !!!")).isEqualTo("en");
        assertThat(guess.of("Kettle 3000")).isEqualTo("en");
    }
}
