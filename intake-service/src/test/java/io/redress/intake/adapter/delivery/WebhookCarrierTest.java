package io.redress.intake.adapter.delivery;

import static io.redress.intake.adapter.delivery.Letters.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.redress.chassis.webhook.WebhookSignature;
import io.redress.contracts.Wire;
import io.redress.intake.adapter.delivery.WebhookReceiver.Answer;
import io.redress.intake.application.Letter;
import io.redress.intake.domain.Receipt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;

class WebhookCarrierTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Clock CLOCK = Clock.fixed(Letters.NOW, ZoneOffset.UTC);

    private final WebhookReceiver receiver = new WebhookReceiver(SECRET);
    private final WebhookCarrier carrier = carrier(receiver.url(), Duration.ofSeconds(20));

    @AfterEach
    void close() {
        receiver.close();
    }

    /** The example of the Standard Webhooks specification. */
    @Test
    void the_signature_is_the_one_of_the_specification() {
        String signature = new WebhookSignature("webhook.secrets", List.of(SECRET))
                .of(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void the_receiver_gets_the_message_signed_under_its_id() {
        assertThat(carry(letter("1"))).isEqualTo(new Receipt.Taken());

        assertThat(receiver.unsigned()).isZero();
        var call = receiver.calls().getFirst();
        assertThat(call.id()).isEqualTo(letter("1").id());
        assertThat(call.headers())
                .containsEntry("webhook-timestamp", Long.toString(Letters.NOW.getEpochSecond()))
                .containsEntry("content-type", "application/json");
        var body = Wire.mapper().readTree(call.body());
        assertThat(body.path("type").asString()).isEqualTo("customer.message");
        assertThat(Instant.parse(body.path("timestamp").asString())).isEqualTo(Letters.NOW);
        assertThat(body.at("/data/subject").asString()).isEqualTo("Reclamația dumneavoastră");
        assertThat(body.at("/data/customer/address").asString()).isEqualTo("ana@example.org");
    }

    @Test
    void while_secrets_are_being_changed_both_sign() {
        String signatures = new WebhookSignature("webhook.secrets", List.of(SECRET, "whsec_" + "A".repeat(32)))
                .of("id", 1, new byte[0]);

        assertThat(signatures.split(" ")).hasSize(2).allMatch(one -> one.startsWith("v1,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_%%%"})
    void a_secret_that_is_none_is_refused_and_not_repeated(String secret) {
        assertThatThrownBy(() -> new WebhookSignature("webhook.secrets", List.of(secret)))
                .hasMessageStartingWith("Expected secrets")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("MfKQ", "c2hvcnQ", "%%%");
    }

    @ParameterizedTest
    @CsvSource({
        "200, Taken",
        "202, Taken",
        "409, Taken",
        "400, Refused",
        "401, Refused",
        "404, Refused",
        "410, Refused",
        "408, NotNow",
        "429, NotNow",
        "500, NotNow",
        "503, NotNow",
        "302, NotNow"
    })
    void every_status_means_one_thing(int status, String receipt) {
        receiver.behaves(_ -> Answer.status(status).with("Location", "http://127.0.0.1:1/elsewhere"));

        assertThat(carry(letter("1")).getClass().getSimpleName()).isEqualTo(receipt);
        assertThat(receiver.calls()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'Mon, 02 Mar 2026 09:01:00 GMT', 60"})
    void a_receiver_may_ask_to_be_left_in_peace(String value, long seconds) {
        receiver.behaves(_ -> Answer.status(429).with("Retry-After", value));

        assertThat(carry(letter("1")))
                .isInstanceOfSatisfying(
                        Receipt.NotNow.class,
                        later -> assertThat(later.pause()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "99999999999999999999", "-", "Mon, 99 Mar 2026 09:01:00 GMT"})
    void a_wish_that_cannot_be_read_is_none(String value) {
        receiver.behaves(_ -> Answer.status(503).with("Retry-After", value));

        assertThat(carry(letter("1")))
                .isInstanceOfSatisfying(
                        Receipt.NotNow.class, later -> assertThat(later.pause()).isNull());
    }

    @Test
    void without_an_answer_nobody_knows() {
        receiver.behaves(_ -> Answer.silenceAfterAccepting());

        assertThat(carry(carrier(receiver.url(), Duration.ofMillis(300)), letter("1")))
                .isInstanceOf(Receipt.Unsure.class);
        assertThat(receiver.kept()).hasSize(1);
    }

    @Test
    void where_nobody_listens_nothing_has_left() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(carry(carrier(URI.create("http://127.0.0.1:" + free), Duration.ofSeconds(20)), letter("1")))
                .isInstanceOf(Receipt.NotNow.class);
    }

    @Test
    void a_receiver_that_fails_too_often_is_left_in_peace() {
        receiver.behaves(_ -> Answer.status(500));
        for (int n = 0; n < 20; n++) {
            carry(letter("m" + n));
        }

        assertThat(receiver.calls()).hasSize(10);
        assertThat(carry(letter("last")))
                .isInstanceOfSatisfying(
                        Receipt.NotNow.class, later -> assertThat(later.pause()).isNotNull());
    }

    @Test
    void refusals_do_not_open_the_breaker() {
        receiver.behaves(_ -> Answer.status(404));
        for (int n = 0; n < 30; n++) {
            assertThat(carry(letter("m" + n))).isInstanceOf(Receipt.Refused.class);
        }
    }

    private Receipt carry(Letter letter) {
        return carry(carrier, letter);
    }

    private static Receipt carry(WebhookCarrier by, Letter letter) {
        return by.carry(letter).blockOptional(Duration.ofSeconds(30)).orElseThrow();
    }

    private static WebhookCarrier carrier(URI url, Duration limit) {
        Guard guard = new Guard.Registries(
                        TimeLimiterRegistry.ofDefaults(),
                        CircuitBreakerRegistry.ofDefaults(),
                        BulkheadRegistry.ofDefaults())
                .guard("webhook", limit, 8);
        return new WebhookCarrier(
                HttpClient.create().followRedirect(false),
                url,
                new WebhookSignature("webhook.secrets", List.of(SECRET)),
                guard,
                8,
                CLOCK);
    }
}
