package io.redress.intake.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void case_and_diacritics_are_folded() {
        assertThat(words("Łódź ȘTEFAN Straße ŻÓŁW", false)).isEqualTo("lodz stefan strase zolw");
    }

    @Test
    void an_apostrophe_joins_in_English_and_splits_in_Italian() {
        assertThat(words("don't can’t", true)).isEqualTo("dont cant");
        assertThat(words("l'ordine dell’altro", false)).isEqualTo("l ordine dell altro");
    }

    @Test
    void a_quotation_mark_at_the_end_belongs_to_no_word() {
        var tokens = Tokens.of("'broken' it", true);

        assertThat(tokens.word(0)).isEqualTo("broken");
        assertThat(tokens.end(0)).isEqualTo(7);
    }

    @Test
    void sentences_end_at_stops_but_not_inside_numbers_and_addresses() {
        var tokens = Tokens.of("Paid 12.50 at shop.example. Why? Now", true);

        assertThat(IntStream.range(0, tokens.count()).map(tokens::sentence)).containsExactly(0, 0, 0, 0, 0, 0, 1, 2);
    }

    private static String words(String text, boolean apostropheJoins) {
        var tokens = Tokens.of(text, apostropheJoins);
        return String.join(
                " ", IntStream.range(0, tokens.count()).mapToObj(tokens::word).toList());
    }
}
