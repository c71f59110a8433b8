package io.redress.standalone.demo;

import io.redress.contracts.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's way to the gateway, with the tokens of its parts. */
final class Rest {
    private static final JsonMapper JSON = Wire.mapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI gateway;
    private final Map<String, String> tokens;

    Rest(URI gateway, Map<String, String> tokens) {
        this.gateway = gateway;
        this.tokens = tokens;
    }

    /** An answer; {@code body} is empty JSON where there was none. */
    record Answer(int status, JsonNode body, String etag) {
        boolean ok() {
            return status / 100 == 2;
        }

        /** Whether something has happened since what was seen. */
        boolean isStale() {
            return status == 412;
        }
    }

    Answer get(String role, String path) {
        return send(role, path, HttpRequest.newBuilder().GET());
    }

    Answer post(String role, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        return send(role, path, request);
    }

    Answer put(String role, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        headers.forEach(request::header);
        return send(role, path, request);
    }

    private Answer send(String role, String path, HttpRequest.Builder request) {
        String token = tokens.getOrDefault(role, "");
        try {
            HttpResponse<byte[]> answer = client.send(
                    request.uri(gateway.resolve(path))
                            .timeout(Duration.ofSeconds(20))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            JsonNode body = answer.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.body());
            return new Answer(
                    answer.statusCode(),
                    body,
                    answer.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Expected the gateway to answer " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected time for " + path + ", but the demo was stopped", e);
        }
    }
}
