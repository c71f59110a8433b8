package io.redress.intake.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemmerTest {

    @ParameterizedTest
    @CsvSource({
        "en, crashed, crashes",
        "en, parcel, parcels",
        "it, rimborso, rimborsi",
        "it, spedito, spedita",
        "ro, comanda, comenzi",
        "ro, factura, facturi",
        "pl, faktura, faktury",
    })
    void forms_of_a_word_often_have_one_stem(String language, String one, String other) {
        var stemmer = Stemmer.of(language);

        boolean same = stemmer.stem(one).equals(stemmer.stem(other));
        // The irregular plural is beyond a stemmer that knows endings only.
        assertThat(same).isEqualTo(!one.equals("comanda"));
    }

    @ParameterizedTest
    @CsvSource({"en, report, reporter", "en, friend, friendly", "ro, prea, presa", "pl, niesprawny, sprawny"})
    void other_words_stay_apart(String language, String one, String other) {
        var stemmer = Stemmer.of(language);

        assertThat(stemmer.stem(one)).isNotEqualTo(stemmer.stem(other));
    }

    @Test
    void a_phrase_meets_other_forms_of_its_words() {
        assertThat(found("refund ~ twice", "You refunded my card twice.")).isEqualTo(1);
        assertThat(found("refund ~ twice", "Two refunds, twice.")).isEqualTo(1);
    }

    @Test
    void a_word_with_an_equals_sign_is_met_as_it_stands_only() {
        assertThat(found("=charged twice", "I was charged twice.")).isEqualTo(1);
        assertThat(found("=charged twice", "It charges twice.")).isZero();
    }

    @Test
    void a_star_meets_every_word_that_begins_so() {
        assertThat(found("charg* twice", "It is charging twice.")).isEqualTo(1);
        assertThat(found("charg* twice", "It is discharged twice.")).isZero();
    }

    @Test
    void an_emoji_is_a_word_with_a_place_in_the_text() {
        var tokens = Tokens.of("So nice 🙂, thanks", true, word -> word);

        assertThat(tokens.word(2)).isEqualTo("🙂");
        assertThat(List.of(tokens.start(2), tokens.end(2), tokens.start(3))).containsExactly(8, 10, 12);
    }

    @Test
    void a_question_is_known_by_its_mark() {
        var tokens = Tokens.of("It broke. Are you open? Yes", true);

        assertThat(tokens.asked(0)).isFalse();
        assertThat(tokens.asked(2)).isTrue();
        assertThat(tokens.asked(tokens.count() - 1)).isFalse();
    }

    private static int found(String phrase, String text) {
        var stemmer = Stemmer.of("en");
        var trie = new PhraseTrie();
        trie.add(Phrase.parse(phrase, true, stemmer), new Sign.Courtesy());
        return trie.find(Tokens.of(text, true, stemmer)).size();
    }
}
