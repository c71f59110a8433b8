package io.redress.resolution.adapter.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpHeaders;
import io.redress.chassis.webhook.WebhookSignature;
import io.redress.contracts.Limits;
import io.redress.contracts.Money;
import io.redress.contracts.Wire;
import io.redress.resolution.adapter.webhook.ProviderGuard.NotTaken;
import io.redress.resolution.adapter.webhook.ProviderGuard.Unclear;
import io.redress.resolution.application.Remedies;
import io.redress.resolution.application.RemedyOrder;
import io.redress.resolution.application.RemedyOutcome;
import io.redress.resolution.application.RemedyOutcome.Executed;
import io.redress.resolution.application.RemedyOutcome.NeverOrdered;
import io.redress.resolution.application.RemedyOutcome.Refused;
import io.redress.resolution.application.RemedyOutcome.Unknown;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Posts remedies to one configured address in the Standard Webhooks form and asks for them below it. The id of the remedy
 * is the idempotency key; nothing is ever sent anywhere else, whatever the provider answers.
 */
public final class WebhookRemedies implements Remedies {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookRemedies.class);
    private static final int MOST_BYTES = 16 * 1024;
    /** Whatever the provider asks for, it is tried once a day. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    /** What says that the address or the secret is wrong, and nothing about the remedy. */
    private static final Set<Integer> OUR_OWN_MISTAKE = Set.of(401, 403, 404, 405);

    /** That a question did not get through says nothing about what was ordered before. */
    private static final RemedyOutcome NOT_ASKED = new Unknown("The provider could not be asked.");

    private static final JsonNode NOTHING_SAID = Wire.mapper().createObjectNode();

    private final HttpClient client;
    private final URI url;
    private final WebhookSignature signature;
    private final ProviderGuard guard;
    private final InstantSource clock;

    /** @param client follows no redirect and repeats nothing by itself */
    public WebhookRemedies(
            HttpClient client, URI url, WebhookSignature signature, ProviderGuard guard, InstantSource clock) {
        this.client = client;
        this.url = url;
        this.signature = signature;
        this.guard = guard;
        this.clock = clock;
    }

    @Override
    public Mono<RemedyOutcome> execute(RemedyOrder order) {
        byte[] body = Wire.mapper().writeValueAsBytes(Payload.of(order));
        return guard.around(
                Mono.defer(() -> client.headers(headers(order.remedyId(), body))
                        .post()
                        .uri(url)
                        .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                        .response((response, content) ->
                                read(response, content).map(read -> ordered(order, response, read)))
                        .next()
                        .onErrorMap(WebhookRemedies::neverLeft, failure -> new NotTaken("Not reached", null))),
                NeverOrdered::new);
    }

    @Override
    public Mono<RemedyOutcome> ask(String remedyId) {
        URI address = URI.create(url + "/" + URLEncoder.encode(remedyId, UTF_8));
        byte[] nothing = {};
        return guard.around(
                Mono.defer(() -> client.headers(headers(remedyId, nothing))
                        .get()
                        .uri(address)
                        .response((response, content) ->
                                read(response, content).map(read -> known(remedyId, response, read)))
                        .next()
                        .onErrorMap(WebhookRemedies::neverLeft, failure -> new NotTaken("Not reached", null))),
                _ -> NOT_ASKED);
    }

    private Consumer<HttpHeaders> headers(String remedyId, byte[] body) {
        long now = clock.instant().getEpochSecond();
        return headers -> headers.set("content-type", "application/json")
                .set("idempotency-key", remedyId)
                .set("webhook-id", remedyId)
                .set("webhook-timestamp", Long.toString(now))
                .set("webhook-signature", signature.of(remedyId, now, body));
    }

    private RemedyOutcome ordered(RemedyOrder order, HttpClientResponse response, JsonNode read) {
        int status = response.status().code();
        if (status == 200 || status == 201 || status == 409) {
            return said(order.remedyId(), status, read);
        }
        Duration retryAfter = retryAfter(response.responseHeaders());
        if (status == 429 || status == 503 && retryAfter != null) {
            throw new NotTaken("Busy", retryAfter);
        }
        if (OUR_OWN_MISTAKE.contains(status)) {
            LOG.warn(
                    "The provider of remedies answered {}: the address or the secret in the settings is wrong", status);
            throw new NotTaken("Wrong settings", null);
        }
        if (status >= 400 && status < 500 && status != 408 && status != 425) {
            return order.doubtful()
                    ? new Unknown("The provider answered " + status + " to an order that it may have had before.")
                    : new Refused("The provider answered " + status + ".");
        }
        throw new Unclear("The provider answered " + status + ".");
    }

    private RemedyOutcome known(String remedyId, HttpClientResponse response, JsonNode read) {
        int status = response.status().code();
        if (status == 200) {
            return said(remedyId, status, read);
        }
        if (status == 404) {
            return new NeverOrdered();
        }
        throw new Unclear("The provider answered " + status + " when it was asked.");
    }

    /** A status alone says that somebody has answered, and not what became of the remedy. */
    private RemedyOutcome said(String remedyId, int status, JsonNode read) {
        JsonNode state = read.path("state");
        if (state.isMissingNode() || state.isNull()) {
            if (read.path("reference").asString("").isBlank()) {
                throw new Unclear("The provider answered " + status + " without a readable word about the remedy.");
            }
            return executed(remedyId, read);
        }
        return switch (state.asString("")) {
            case "executed" -> executed(remedyId, read);
            case "refused" -> new Refused("The provider has refused it.");
            default -> new Unknown("The provider has neither executed nor refused it yet.");
        };
    }

    /** What the provider says beside that is used where it can be, and never needed. */
    private Executed executed(String remedyId, JsonNode read) {
        String reference = read.path("reference").asString("");
        boolean usable = !reference.isBlank()
                && reference.length() <= Limits.NAME
                && reference.chars().noneMatch(Character::isISOControl)
                && reference.chars().noneMatch(it -> Character.isSurrogate((char) it));
        return new Executed(
                usable ? reference : remedyId, at(read.path("executedAt").asString("")));
    }

    private Instant at(String text) {
        try {
            Instant said = Instant.parse(text);
            Instant now = clock.instant();
            return said.isAfter(now) ? now : said;
        } catch (DateTimeException nothingUsable) {
            return clock.instant();
        }
    }

    private static Mono<JsonNode> read(HttpClientResponse response, ByteBufFlux content) {
        return content.asByteArray()
                .reduceWith(ByteArrayOutputStream::new, WebhookRemedies::withinBounds)
                .map(WebhookRemedies::json)
                .defaultIfEmpty(NOTHING_SAID)
                // What breaks off is as good as nothing, whatever the first half of it says.
                .onErrorResume(_ -> Mono.just(NOTHING_SAID));
    }

    private static ByteArrayOutputStream withinBounds(ByteArrayOutputStream all, byte[] part) {
        if (all.size() + part.length > MOST_BYTES) {
            throw new IllegalStateException("Expected a short answer");
        }
        all.writeBytes(part);
        return all;
    }

    private static JsonNode json(ByteArrayOutputStream bytes) {
        try {
            return bytes.size() == 0 ? NOTHING_SAID : Wire.mapper().readTree(bytes.toByteArray());
        } catch (JacksonException notJson) {
            return NOTHING_SAID;
        }
    }

    private @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.get("retry-after");
        if (value == null || value.isBlank() || value.length() > 40) {
            return null;
        }
        String text = value.strip();
        if (text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration pause = Duration.between(clock.instant(), until);
            return pause.isNegative() ? Duration.ZERO : bounded(pause);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Duration bounded(Duration pause) {
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** Where there was no connection nothing can have left. */
    private static boolean neverLeft(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof SSLHandshakeException;
    }

    /** What is posted; Standard Webhooks ask for a type, a time and the data. */
    record Payload(String type, Instant timestamp, Ordered data) {
        static Payload of(RemedyOrder order) {
            return new Payload(
                    "remedy.order",
                    order.orderedAt(),
                    new Ordered(
                            order.remedyId(),
                            order.account(),
                            order.remedy().kind(),
                            order.remedy().amount(),
                            order.remedy().item(),
                            order.because()));
        }
    }

    /** The remedy itself. */
    record Ordered(
            String remedyId,
            String account,
            String kind,
            @Nullable Money amount,
            @Nullable String item,
            String because) {}
}
