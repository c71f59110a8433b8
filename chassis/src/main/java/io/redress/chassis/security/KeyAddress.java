package io.redress.chassis.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Where keys are fetched from. Uses the client of the JDK, which shares nothing with the server that we are. */
final class KeyAddress {
    private static final int OK = 200;
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final HttpRequest request;

    KeyAddress(URI address) {
        request = HttpRequest.newBuilder(address)
                .timeout(LIMIT)
                .header("Accept", "application/json")
                .build();
    }

    /** One attempt. */
    Mono<JWKSet> fetch() {
        return Mono.fromFuture(() -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .map(this::read);
    }

    private JWKSet read(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(
                    "Expected the keys at " + request.uri() + ", but got status " + answer.statusCode());
        }
        try {
            return JWKSet.parse(answer.body());
        } catch (ParseException e) {
            throw new IllegalStateException("Expected a JSON web key set at " + request.uri(), e);
        }
    }
}
