package io.redress.chassis.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What finds a person is not in what a department reads; what the work is about is. */
class RedactionTest {
    private static final int MOST = 20_000;

    @ParameterizedTest(name = "{0}")
    @Behaviour("R57")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Write to ana.pop+shop@mail.example.ro please.        | Write to [e-mail] please.
            Call me: +40 722 123 456 after five.                 | Call me: [number] after five.
            Sunați-mă la 0722123456.                             | Sunați-mă la [number].
            Tel. (02) 1234-5678                                  | Tel. [number]
            My account is RO49 AAAA 1B31 0075 9384 0000, thanks. | My account is [account], thanks.
            IBAN IT60X0542811101000000123456                     | IBAN [account]
            Card 4111 1111 1111 1111 was charged.                | Card [number] was charged.
            Card 4111111111111111 was charged.                   | Card [number] was charged.
            My name is Ana Maria Pop and I am angry.             | My name is [name] and I am angry.
            Mi chiamo Luca Rossi, il pacco non arriva.           | Mi chiamo [name], il pacco non arriva.
            Mă numesc Ana Pop.                                   | Mă numesc [name].
            Nazywam się Jan Kowalski.                            | Nazywam się [name].
            """)
    void what_finds_a_person_is_taken_out(String said, String read) {
        assertThat(Redaction.of(said, MOST)).isEqualTo(read);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Order 1234567890 of 2026-03-02 10:15 has not come.
            Invoice INV-2026-000123456 says 12.400,50 EUR instead of 1.240,05.
            Parcel #987654321012 left on 02.03.2026 17:30.
            My account is locked, my name is on the list of others.
            It cost 1 200 300 lei.
            Serial number SN771234567890 of the heater.
            """)
    void what_the_work_is_about_stays_word_for_word(String said) {
        assertThat(Redaction.of(said, MOST)).isEqualTo(said);
    }

    @Test
    void who_signs_is_not_told() {
        assertThat(Redaction.of("It is broken.\n\nBest regards,\nAna Maria Pop\n", MOST))
                .isEqualTo("It is broken.\n\nBest regards,\n[name]\n");
        assertThat(Redaction.of("Nie działa.\nPozdrawiam\nJan Kowalski", MOST))
                .isEqualTo("Nie działa.\nPozdrawiam\n[name]");
    }

    @Test
    void the_longest_words_stay_within_bounds_and_take_no_long_time() {
        assertThat(Redaction.of("a@b.co ".repeat(2_857), MOST)).hasSizeLessThanOrEqualTo(MOST);
        for (String hard : new String[] {"1 ", "1", "a.", "RO49 AAAA ", "Saluti\n", "a@", "Regards "}) {
            assertThat(Redaction.of(hard.repeat(MOST / hard.length()), MOST)).isNotBlank();
        }
    }
}
