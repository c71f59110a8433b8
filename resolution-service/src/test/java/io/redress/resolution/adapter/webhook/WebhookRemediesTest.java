package io.redress.resolution.adapter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.redress.chassis.webhook.WebhookSignature;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.resolution.adapter.webhook.RemedyProvider.Answer;
import io.redress.resolution.adapter.webhook.RemedyProvider.Call;
import io.redress.resolution.application.RemedyOrder;
import io.redress.resolution.application.RemedyOutcome;
import io.redress.resolution.application.RemedyOutcome.Executed;
import io.redress.resolution.application.RemedyOutcome.NeverOrdered;
import io.redress.resolution.application.RemedyOutcome.Refused;
import io.redress.resolution.application.RemedyOutcome.Unknown;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.netty.http.client.HttpClient;

class WebhookRemediesTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70:p1-o1-s1";
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final RemedyOrder ORDER = new RemedyOrder(
            ID,
            "C-1042",
            new Remedy("refund", new Money(new BigDecimal("49.90"), "EUR"), null),
            "case 1, step 1",
            NOW,
            false);

    private final RemedyProvider provider = new RemedyProvider(SECRET);
    private final WebhookRemedies remedies = remedies(provider.url());

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void an_order_is_signed_and_says_what_leaves_the_house_for_whom_and_under_which_id() {
        assertThat(execute()).isEqualTo(new Executed("RF-" + ID.hashCode(), NOW));

        assertThat(provider.unsigned()).isZero();
        assertThat(provider.ordered(ID))
                .contains("\"remedyId\":\"" + ID + "\"", "\"account\":\"C-1042\"", "\"amount\":\"49.90\"", "refund");
    }

    @ParameterizedTest
    @CsvSource({
        "200, Executed",
        "201, Executed",
        "202, Unknown",
        "302, Unknown",
        "400, Refused",
        "401, NeverOrdered",
        "404, NeverOrdered",
        "408, Unknown",
        "409, Unknown",
        "422, Refused",
        "429, NeverOrdered",
        "500, Unknown",
        "503, Unknown"
    })
    void what_the_provider_answers_decides_what_is_known(int status, String outcome) {
        provider.takesOrders(_ -> Answer.status(status));

        assertThat(execute().getClass().getSimpleName()).isEqualTo(outcome);
    }

    /** A body says it, and whatever cannot be read says nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; {\"reference\": \"RF-1\"}; Executed",
                "200; {\"state\": \"executed\"}; Executed",
                "200; {\"state\": \"refused\"}; Refused",
                "201; {\"state\": \"refused\", \"reference\": \"RF-1\"}; Refused",
                "200; {\"state\": \"pending\", \"reference\": \"RF-1\"}; Unknown",
                "200; {\"state\": \"failed\"}; Unknown",
                "200; {\"state\": {\"is\": \"failed\"}, \"reference\": \"RF-1\"}; Unknown",
                "200; {}; Unknown",
                "200; {\"reference\": \"RF-; Unknown",
                "200; <html>Welcome</html>; Unknown",
                "409; {\"reference\": \"RF-1\"}; Executed",
                "409; {\"state\": \"pending\"}; Unknown"
            })
    void an_order_counts_as_executed_only_where_the_provider_says_so(int status, String words, String outcome) {
        provider.takesOrders(_ -> Answer.saying(status, words));
        provider.answersQuestions(_ -> Answer.saying(200, words));

        assertThat(execute().getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(ask().getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void an_answer_that_breaks_off_or_never_ends_says_nothing() {
        provider.answersQuestions(_ -> Answer.breakingOff(200, "{\"state\": \"refused\"}"));
        assertThat(ask()).isInstanceOf(Unknown.class);
        provider.answersQuestions(_ -> Answer.saying(200, "{\"reference\": \"" + "R".repeat(20_000) + "\"}"));
        assertThat(ask()).isInstanceOf(Unknown.class);
    }

    @Test
    void an_order_is_the_same_to_the_last_character_however_late_it_is_repeated() {
        provider.takesOrders(_ -> Answer.status(500));
        execute();
        WebhookRemedies later = remedies(provider.url(), NOW.plusSeconds(60));
        later.execute(ORDER).block();

        assertThat(provider.calls("POST", ID)).hasSize(2).extracting(Call::body).containsOnly(bodyOf(1));
        assertThat(bodyOf(1)).contains("\"timestamp\":\"" + NOW + "\"");
        assertThat(provider.unsigned()).isZero();
    }

    @Test
    void that_an_order_which_may_have_arrived_before_is_refused_says_nothing_about_the_remedy() {
        provider.takesOrders(_ -> Answer.status(422));
        RemedyOrder repeated =
                new RemedyOrder(ID, ORDER.account(), ORDER.remedy(), ORDER.because(), ORDER.orderedAt(), true);

        assertThat(remedies.execute(repeated).block())
                .isEqualTo(new Unknown("The provider answered 422 to an order that it may have had before."));
    }

    @Test
    void a_provider_that_executes_and_says_nothing_is_asked_and_not_told_again() {
        provider.takesOrders(_ -> Answer.executing(0));

        assertThat(execute()).isInstanceOf(Unknown.class);
        assertThat(ask()).isInstanceOf(Executed.class);
        assertThat(provider.calls("POST", ID)).hasSize(1);
        assertThat(provider.executed()).containsEntry(ID, 1);
    }

    @Test
    void a_provider_that_executes_and_then_fails_is_not_told_again() {
        provider.takesOrders(_ -> Answer.executing(500));

        assertThat(execute()).isInstanceOf(Unknown.class);
        assertThat(provider.calls("POST", ID)).hasSize(1);
    }

    @Test
    void a_provider_that_is_busy_and_says_for_how_long_is_tried_again() {
        provider.takesOrders(call -> call.number() < 3 ? Answer.busy("0") : Answer.executing(201));

        assertThat(execute()).isInstanceOf(Executed.class);
        assertThat(provider.calls("POST", ID)).hasSize(3);
        assertThat(provider.executed()).containsEntry(ID, 1);
    }

    @Test
    void a_provider_that_wants_to_be_left_alone_for_long_is_left_alone() {
        provider.takesOrders(_ -> Answer.busy("600"));

        assertThat(execute()).isEqualTo(new NeverOrdered(Duration.ofMinutes(10)));
        assertThat(provider.calls("POST", ID)).hasSize(1);
    }

    @Test
    void where_nobody_listens_nothing_was_ordered_but_nobody_can_say_what_was_ordered_before() {
        WebhookRemedies lost = remedies(URI.create("http://127.0.0.1:1/remedies"));

        assertThat(lost.execute(ORDER).block()).isInstanceOf(NeverOrdered.class);
        assertThat(lost.ask(ID).block()).isInstanceOf(Unknown.class);
    }

    @Test
    void what_the_provider_does_not_know_was_never_ordered() {
        assertThat(ask()).isInstanceOf(NeverOrdered.class);
        provider.answersQuestions(_ -> Answer.status(500));
        assertThat(ask()).isInstanceOf(Unknown.class);
        provider.answersQuestions(_ -> Answer.status(0));
        assertThat(ask()).isInstanceOf(Unknown.class);
    }

    @Test
    void a_provider_that_fails_again_and_again_is_left_in_peace_and_nothing_counts_as_ordered() {
        provider.takesOrders(_ -> Answer.status(500));
        for (int i = 0; i < 10; i++) {
            assertThat(execute()).isInstanceOf(Unknown.class);
        }

        assertThat(execute()).isInstanceOf(NeverOrdered.class);
        assertThat(provider.calls("POST", ID)).hasSize(10);
        // What one of those ten has done is still not known.
        assertThat(ask()).isInstanceOf(Unknown.class);
        assertThat(provider.calls("GET", ID)).isEmpty();
    }

    @Test
    void a_refusal_says_only_the_status() {
        provider.takesOrders(_ -> Answer.status(422));

        assertThat(execute()).isEqualTo(new Refused("The provider answered 422."));
    }

    private RemedyOutcome execute() {
        return Objects.requireNonNull(remedies.execute(ORDER).block());
    }

    private RemedyOutcome ask() {
        return Objects.requireNonNull(remedies.ask(ID).block());
    }

    private String bodyOf(int number) {
        return provider.calls("POST", ID).get(number - 1).body();
    }

    private static WebhookRemedies remedies(URI url) {
        return remedies(url, NOW);
    }

    private static WebhookRemedies remedies(URI url, Instant now) {
        ProviderGuard.Registries registries = new ProviderGuard.Registries(
                TimeLimiterRegistry.ofDefaults(),
                CircuitBreakerRegistry.ofDefaults(),
                BulkheadRegistry.ofDefaults(),
                RetryRegistry.ofDefaults());
        return new WebhookRemedies(
                HttpClient.create().followRedirect(false).disableRetry(true),
                url,
                new WebhookSignature("the setting", List.of(SECRET)),
                registries.guard(Duration.ofSeconds(1), 8),
                InstantSource.fixed(now));
    }
}
