package io.redress.analytics;

import io.redress.chassis.http.HttpTalk;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that follows a journey and leaves when it is closed. */
final class LiveStream implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    LiveStream(HttpTalk caller, String path, String lastEventId) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + caller.port() + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + caller.token())
                .header("Last-Event-ID", lastEventId)
                .build();
        response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException left) {
            lines.add("left");
        }
    }

    int status() {
        return response.statusCode();
    }

    /** The ids of the entries so far. */
    List<String> ids() {
        return lines.stream()
                .filter(it -> it.startsWith("id:"))
                .map(it -> it.substring("id:".length()))
                .toList();
    }

    boolean hasHeartbeat() {
        return lines.contains(":heartbeat");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
