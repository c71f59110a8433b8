package io.redress.department.adapter.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.chassis.testing.Behaviour;
import io.redress.department.application.forms.WrongFormat;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedMailTest {
    private static final String HEAD =
            "From: =?UTF-8?Q?Luiza_M=C4=83rgineanu?= <luiza@redress.example>\nSubject: Re: [x-r1] Da fare\n"
                    + "Message-ID: <1@redress.example>\nMIME-Version: 1.0\n";

    @Test
    @Behaviour("R152")
    void the_senders_own_words_are_read_without_what_they_quote_and_their_signature() {
        ReceivedMail mail = read("""
                Content-Type: text/plain; charset=utf-8

                Risposta: partito ieri.

                Il 2 marzo 2026 alle 15:04, Redress <redress@redress.example> ha scritto:
                > Richiesta: x-r1
                --\u0020
                Luiza
                """);

        assertThat(mail.text().strip()).isEqualTo("Risposta: partito ieri.");
        assertThat(mail.from()).isEqualTo("Luiza Mărgineanu");
        assertThat(mail.about()).contains("[x-r1]");
        assertThat(mail.messageId()).isEqualTo("<1@redress.example>");
        assertThat(mail.notices()).isEmpty();
    }

    @Test
    void of_formatted_text_and_attachments_only_the_plain_text_is_read_and_the_rest_is_said() {
        ReceivedMail mail = read("""
                Content-Type: multipart/mixed; boundary=a

                --a
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Answer: yes.
                --b
                Content-Type: text/html

                <script>alert(1)</script>
                --b--
                --a
                Content-Type: application/zip
                Content-Disposition: attachment; filename=bomb.zip
                Content-Transfer-Encoding: base64

                UEsDBA==
                --a
                Content-Type: text/plain
                Content-Disposition: attachment; filename=answer.txt

                Answer: no.
                --a--
                """);

        assertThat(mail.text().strip()).isEqualTo("Answer: yes.");
        assertThat(mail.notices()).hasSize(2).anyMatch(it -> it.contains(": 2"));
    }

    @Test
    void other_character_sets_and_encodings_are_read() {
        byte[] latin =
                (HEAD + "Content-Type: text/plain; charset=iso-8859-1\n\nRisposta: è partito").getBytes(ISO_8859_1);
        assertThat(ReceivedMail.read(latin).text()).contains("è partito");
        String packed = Base64.getEncoder().encodeToString("Risposta: è partito".getBytes(UTF_8));
        assertThat(read("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + packed)
                        .text())
                .contains("è partito");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: text/html\n\n<b>Answer</b>",
                "Content-Type: multipart/mixed; boundary=a\n\nno parts",
                "Content-Type: text/plain; charset=klingon\n\nAnswer: yes",
                "Content-Type: text/plain; charset=\"\n\nAnswer: yes",
                "Auto-Submitted: auto-replied\nContent-Type: text/plain\n\nI am on holiday"
            })
    void what_is_no_mail_that_a_person_wrote_as_plain_text_is_refused(String rest) {
        assertThatThrownBy(() -> read(rest)).isInstanceOf(WrongFormat.class).hasMessageStartingWith("Expected ");
    }

    @Test
    void a_mail_of_endless_parts_is_refused_and_not_followed() {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        StringBuilder wide = new StringBuilder("Content-Type: multipart/mixed; boundary=a\n\n");
        wide.append("--a\nContent-Type: text/html\n\nx\n".repeat(1_000));

        assertThatThrownBy(() -> read(deep.toString())).isInstanceOf(WrongFormat.class);
        assertThatThrownBy(() -> read(wide.toString())).isInstanceOf(WrongFormat.class);
    }

    private static ReceivedMail read(String rest) {
        return ReceivedMail.read((HEAD + rest).getBytes(UTF_8));
    }
}
