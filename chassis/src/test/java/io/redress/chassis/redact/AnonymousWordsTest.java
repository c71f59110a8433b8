package io.redress.chassis.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymousWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Write to ana.pop@mail.example.ro, please             | Write to [e-mail], please
            She called from +40 721 123 456 twice                | She called from [number] twice
            The card 4111-1111-1111-1111 was charged             | The card [number] was charged
            It went to RO49AAAA1B31007593840000 in May           | It went to [account] in May
            It went to PL61 1090 1014 0000 0712 1981 2874        | It went to [account]
            Order no. AB-77123 came without a key                | Order no. [number] came without a key
            Comanda nr. 5512 a venit fără cheie                  | Comanda nr. [number] a venit fără cheie
            Zamówienie numer 5512/A przyszło bez klucza          | Zamówienie numer [number] przyszło bez klucza
            L'ordine n. 5512 è arrivato                          | L'ordine n. [number] è arrivato
            Who has talked to Mrs. Ana Pop before the contract?  | Who has talked to Mrs. [name] before the contract?
            Cine a vorbit cu doamna Popescu despre EX-300?       | Cine a vorbit cu doamna [name] despre EX-300?
            Kto rozmawiał z panią Kowalską?                      | Kto rozmawiał z panią [name]?
            Chi ha parlato con la signora Rossi?                 | Chi ha parlato con la signora [name]?
            My name is Jo Baker and I wait                       | My name is [name] and I wait
            Is c-1042 one of ours?                               | Is [customer] one of ours?
            """)
    void what_tells_who_the_customer_is_is_taken_out(String text, String redacted) {
        assertThat(AnonymousWords.of(text, "C-1042", 100)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Does the EX-300 of lot L-2231 leak below 15 degrees?
            Has anybody sold version 1.25 with 3000 licences in 2026?
            Who knows what presales promised about the order of the steps?
            """)
    void what_the_words_are_about_stays(String text) {
        assertThat(AnonymousWords.of(text, "C-1042", 100)).isEqualTo(text);
    }

    @Test
    void what_is_cut_off_is_cut_off_after_the_rest_was_taken_out() {
        assertThat(AnonymousWords.of("Write to ana.pop@mail.example.ro", "C-1042", 12))
                .isEqualTo("Write to [e-");
    }
}
