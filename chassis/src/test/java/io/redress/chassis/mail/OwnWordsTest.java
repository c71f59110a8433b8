package io.redress.chassis.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {

    @Test
    @Behaviour("R2")
    void a_place_in_what_remains_is_the_same_place_in_the_whole() {
        String mail = "Charged twice\n\n> old\nMy invoice is wrong.\n-- \nMaria";

        String own = OwnWords.of(mail);

        assertThat(own).hasSameSizeAs(mail);
        assertThat(own.indexOf("invoice")).isEqualTo(mail.indexOf("invoice"));
        assertThat(words(own)).isEqualTo("Charged twice My invoice is wrong.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Still broken.\n\nOn Mon, 2 Mar 2026 at 15:04, Redress <desk@r.example> wrote:\n> We are sorry.\n> Anna",
                "Still broken.\r\n\r\nOn Mon, 2 Mar 2026 at 15:04, Redress <desk@r.example> wrote:\r\n> We are sorry.",
                "Still broken.\n\nOn Mon, 2 Mar 2026 at 15:04, The Front Desk of Redress\n<desk@r.example> wrote:\n\n> We are sorry.",
                "Still broken.\n\nIl giorno lun 2 mar 2026 alle ore 15:04 Redress <desk@r.example> ha scritto:\n> Ci dispiace.",
                "Still broken.\n\nÎn lun., 2 mar. 2026 la 15:04, Redress <desk@r.example> a scris:\n> Ne pare rău.",
                "Still broken.\n\nÎn data de 02.03.2026, Redress a scris:\n> Ne pare rău.",
                "Still broken.\n\npon., 2 mar 2026 o 15:04 Redress <desk@r.example> napisał(a):\n> Przepraszamy.",
                "Still broken.\n\nW dniu 02.03.2026 o 15:04, Redress napisał(a):\n> Przepraszamy.",
                "Still broken.\n\nOn 2 Mar 2026, at 15:04, desk@r.example wrote:\n\nWe are sorry, your case is closed.",
                "Still broken.\n\nFrom: Redress <desk@r.example>\nSent: Monday\nTo: Maria\nSubject: Your case\n\nWe are sorry.",
                "Still broken.\n\n*From:* Redress\n*Sent:* Monday\n*To:* Maria\n*Subject:* Your case\n\nWe are sorry.",
                "Still broken.\n\nDa: Redress\nInviato: lunedì\nA: Maria\nOggetto: Il suo caso\n\nCi dispiace.",
                "Still broken.\n\nDe la: Redress\nTrimis: luni\nCătre: Maria\nSubiect: Cazul\n\nNe pare rău.",
                "Still broken.\n\nOd: Redress\nWysłano: poniedziałek\nDo: Maria\nTemat: Sprawa\n\nPrzepraszamy.",
                "Still broken.\n\n-----Original Message-----\nWe are sorry.",
                "Still broken.\n-- \nMaria Rossi\nHead of Invoices",
                "Still broken.\n\nSent from my iPhone",
                "> We are sorry.\n> Anna\n\nStill broken.",
            })
    void quoted_replies_their_introductions_and_signatures_are_not_own_words(String mail) {
        assertThat(words(OwnWords.of(mail))).isEqualTo("Still broken.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Yesterday you wrote:\nwe will pay. You did not.",
                "From: the beginning it was broken.",
                "I paid 5 > 4 times.\nTwice -- no, three times.",
                "",
                "\n\n",
                "> only a quote",
                "-- \nonly a signature",
            })
    void what_a_customer_writes_himself_stays_and_something_always_stays(String mail) {
        assertThat(OwnWords.of(mail)).isEqualTo(mail);
    }

    @Test
    void any_text_keeps_its_length_and_its_line_breaks() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] pieces = {
            "\n", ">", "-- ", "From:", "To:", "Sent:", "wrote:", "On 2.03 ", "x", " ", "@", "ș", "😀", "*"
        };
        for (int i = 0; i < 2_000; i++) {
            StringBuilder mail = new StringBuilder();
            for (int n = random.nextInt(60); n > 0; n--) {
                mail.append(pieces[random.nextInt(pieces.length)]);
            }
            String own = OwnWords.of(mail.toString());
            assertThat(own).as("seed %d", seed).hasSameSizeAs(mail);
            assertThat(own.lines().count())
                    .as("seed %d", seed)
                    .isEqualTo(mail.toString().lines().count());
        }
    }

    @Test
    void a_hostile_message_is_no_more_work_than_any_other_of_its_length() {
        for (String line : new String[] {"\n", "wrote:\n", "From: \n", "1:00@wrote:\n", ">\n", "From: To: wrote:"}) {
            String mail = line.repeat(2_000_000 / line.length());
            assertThat(OwnWords.of(mail)).hasSameSizeAs(mail);
        }
    }

    private static String words(String own) {
        return own.strip().replaceAll("\\s+", " ");
    }
}
