package io.redress.intake.adapter.delivery;

import io.netty.buffer.Unpooled;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.http.HttpHeaders;
import io.redress.chassis.webhook.WebhookSignature;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.Wire;
import io.redress.intake.application.Letter;
import io.redress.intake.application.MessageCarrier;
import io.redress.intake.domain.Receipt;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Posts messages to one configured address in the Standard Webhooks form. The message's id is the {@code webhook-id}, so
 * the receiver can tell a repetition; it is never sent anywhere else, whatever the receiver answers.
 */
final class WebhookCarrier implements MessageCarrier {
    static final String NAME = "webhook";

    private final HttpClient client;
    private final URI url;
    private final WebhookSignature signature;
    private final Guard guard;
    private final int atOnce;
    private final InstantSource clock;

    /** @param client follows no redirect */
    WebhookCarrier(
            HttpClient client, URI url, WebhookSignature signature, Guard guard, int atOnce, InstantSource clock) {
        this.client = client;
        this.url = url;
        this.signature = signature;
        this.guard = guard;
        this.atOnce = atOnce;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean knowsIds() {
        return true;
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public boolean reaches(Letter letter) {
        return true;
    }

    @Override
    public Mono<Receipt> carry(Letter letter) {
        return guard.around(Mono.defer(() -> post(letter)));
    }

    private Mono<Receipt> post(Letter letter) {
        byte[] body = Wire.mapper().writeValueAsBytes(Payload.of(letter));
        long now = clock.instant().getEpochSecond();
        return client.headers(headers -> headers.set("content-type", "application/json")
                        .set("webhook-id", letter.id())
                        .set("webhook-timestamp", Long.toString(now))
                        .set("webhook-signature", signature.of(letter.id(), now, body)))
                .post()
                .uri(url)
                .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body)))
                // What the receiver writes besides its status is nothing to us, and could be endless.
                .response((response, content) -> Mono.just(receipt(response)))
                .next()
                .onErrorResume(failure -> Mono.just(failed(failure)));
    }

    private Receipt receipt(HttpClientResponse response) {
        int status = response.status().code();
        String reason = "The receiver answered " + status + ".";
        if (status >= 200 && status < 300 || status == 409) {
            return new Receipt.Taken();
        }
        boolean final4xx = status >= 400 && status < 500 && status != 408 && status != 429;
        return final4xx
                ? new Receipt.Refused(reason)
                : new Receipt.NotNow(reason, retryAfter(response.responseHeaders()));
    }

    private @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.get("retry-after");
        if (value == null || value.length() > 40) {
            return null;
        }
        String trimmed = value.strip();
        if (!trimmed.isEmpty() && trimmed.length() <= 9 && trimmed.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(trimmed));
        }
        try {
            Instant until = ZonedDateTime.parse(trimmed, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(clock.instant(), until);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** Whether the message can have left is what matters: where there was no connection it cannot. */
    private static Receipt failed(Throwable failure) {
        boolean neverLeft = failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof SSLHandshakeException;
        return neverLeft
                ? new Receipt.NotNow("The receiver could not be reached.", null)
                : new Receipt.Unsure("The connection ended before the receiver answered.");
    }

    /** What is posted; Standard Webhooks ask for a type, a time and the data. */
    record Payload(String type, Instant timestamp, Message data) {
        static Payload of(Letter letter) {
            CustomerMessageComposed from = letter.message();
            return new Payload(
                    "customer.message",
                    from.composedAt(),
                    new Message(
                            from.messageId(),
                            from.caseId().value(),
                            from.kind(),
                            new Recipient(from.customerReference(), letter.name(), letter.address()),
                            from.channel(),
                            from.language(),
                            from.subject(),
                            from.body()));
        }
    }

    /** The message itself. */
    record Message(
            String messageId,
            String caseId,
            String kind,
            Recipient customer,
            String channel,
            String language,
            String subject,
            String body) {}

    /** Who is to get it. */
    record Recipient(
            String reference,
            @Nullable String name,
            @Nullable String address) {}
}
