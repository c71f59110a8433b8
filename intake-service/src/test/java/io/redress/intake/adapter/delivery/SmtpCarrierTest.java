package io.redress.intake.adapter.delivery;

import static io.redress.intake.adapter.delivery.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.redress.intake.adapter.delivery.SmtpSink.Manner;
import io.redress.intake.application.Letter;
import io.redress.intake.domain.Receipt;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpCarrierTest {
    private final SmtpSink sink = new SmtpSink();
    private final SmtpCarrier carrier = carrier(sink.port(), false);

    @AfterEach
    void close() throws IOException {
        carrier.close();
        sink.close();
    }

    @Test
    void the_mail_is_plain_text_in_utf_8_from_us_to_the_customer() {
        assertThat(carry(letter("1"))).isEqualTo(new Receipt.Taken());

        String mail = sink.mails().getFirst();
        assertThat(mail)
                .contains("From: Redress <care@redress.example>")
                .contains("<ana@example.org>")
                .contains("Content-Type: text/plain; charset=UTF-8")
                .contains("Message-ID: <" + Letters.CASE + ".proposal.1@redress.example>")
                .contains("Auto-Submitted: auto-generated");
        assertThat(mail).contains("Subject: =?UTF-8?");
        assertThat(sink.recipients()).hasSize(1).first().asString().contains("<ana@example.org>");
    }

    @Test
    void the_same_message_has_the_same_id_whenever_it_is_written() {
        carry(letter("1"));
        carry(letter("1"));

        assertThat(sink.mails().stream()
                        .map(mail -> mail.lines()
                                .filter(line -> line.startsWith("Message-ID"))
                                .toList())
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hi\r\nBcc: all@example.org", "Hi\nBcc: all@example.org\n\nSpam", "Hi\u2028Bcc: all@example.org"
            })
    void nothing_a_customer_types_becomes_a_header(String text) {
        assertThat(carry(letter("1", text, "ana@example.org", text))).isEqualTo(new Receipt.Taken());

        assertThat(sink.recipients()).hasSize(1);
        assertThat(sink.mails().getFirst().lines())
                .noneMatch(line -> line.startsWith("Bcc"))
                .noneMatch(line -> line.startsWith("Spam"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+40 721 000 000",
                "ana@example.org, bob@example.org",
                "ana@example.org\r\nRCPT TO:<bob@example.org>",
                "Ana <ana@example.org>",
                "group: ana@example.org;",
                "ana@localhost",
                "@example.org",
                ""
            })
    void what_is_not_exactly_one_address_is_not_written_to(String address) {
        assertThat(carrier.reaches(letter("1", "Ana", address, "Hi"))).isFalse();
        assertThat(carrier.reaches(letter("1", "Ana", null, "Hi"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"REFUSES_FOR_GOOD, Refused", "REFUSES_FOR_NOW, NotNow", "HANGS_UP_AFTER_TAKING, Unsure"})
    void what_the_server_does_means_one_thing(Manner manner, String receipt) {
        sink.behaves(manner);

        assertThat(carry(letter("1")).getClass().getSimpleName()).isEqualTo(receipt);
        assertThat(carrier.knowsIds()).isFalse();
    }

    @Test
    void a_server_that_is_not_there_has_nothing() throws IOException {
        sink.close();

        assertThat(carry(letter("1"))).isInstanceOf(Receipt.NotNow.class);
    }

    @Test
    void without_encryption_nothing_is_said_where_it_is_asked_for() {
        try (SmtpCarrier strict = carrier(sink.port(), true)) {
            assertThat(strict.carry(letter("1")).blockOptional(Duration.ofSeconds(30)))
                    .containsInstanceOf(Receipt.NotNow.class);
        }
        assertThat(sink.recipients()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b.example, c@d.example"})
    void a_sender_that_is_no_address_is_refused_at_the_start(String from) {
        assertThatThrownBy(() -> new MailSession(settings(25, true, from), "127.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected an address");
        assertThatThrownBy(() -> new MailSession(settings(25, true, null), "127.0.0.1"))
                .hasMessageStartingWith("Expected an address");
    }

    private Receipt carry(Letter letter) {
        return carrier.carry(letter).blockOptional(Duration.ofSeconds(30)).orElseThrow();
    }

    private static SmtpCarrier carrier(int port, boolean startTls) {
        Guard guard = new Guard.Registries(
                        TimeLimiterRegistry.ofDefaults(),
                        CircuitBreakerRegistry.ofDefaults(),
                        BulkheadRegistry.ofDefaults())
                .guard("smtp", Duration.ofSeconds(30), 2);
        return new SmtpCarrier(
                new MailSession(settings(port, startTls, "Redress <care@redress.example>"), "127.0.0.1"), guard, 2);
    }

    private static DeliverySettings.Smtp settings(int port, boolean startTls, @Nullable String from) {
        return new DeliverySettings.Smtp("127.0.0.1", port, null, null, from, startTls, Duration.ofSeconds(10), 2);
    }
}
