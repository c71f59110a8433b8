package io.redress.chassis.http;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The caller's own name for one intention: sending it again with the same key has the effect of sending it once. Given
 * in the header {@code Idempotency-Key}, with or without quotes; an endpoint that takes one as a parameter requires it.
 *
 * @param value 1 to 200 printable ASCII characters
 */
public record IdempotencyKey(String value) {

    /** The header's name. */
    public static final String HEADER = "Idempotency-Key";

    private static final int MAX = 200;

    /**
     * Reads the header.
     *
     * @throws Refusal 400 if it is missing or not of that form
     */
    public static IdempotencyKey parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw Refusal.of(
                    400,
                    "idempotency-key-missing",
                    "Idempotency key missing",
                    "Expected the header Idempotency-Key with a key of your own for this request.");
        }
        String key = unquoted(header.strip());
        if (key.isEmpty() || key.length() > MAX || !key.chars().allMatch(c -> c >= 0x20 && c <= 0x7e)) {
            throw Refusal.of(
                    400,
                    "idempotency-key-unreadable",
                    "Idempotency key unreadable",
                    "Expected an Idempotency-Key of 1 to " + MAX + " printable ASCII characters.");
        }
        return new IdempotencyKey(key);
    }

    static IdempotencyKey from(ServerWebExchange exchange) {
        return parse(exchange.getRequest().getHeaders().getFirst(HEADER));
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
