package io.redress.chassis.testing;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that follows a live stream and leaves when it is closed. */
public final class LiveStream implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /** @param lastEventId the last that it has; empty for none */
    public LiveStream(HttpTalk caller, String path, String lastEventId) throws IOException, InterruptedException {
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

    /** What was streamed with a name, in order; comments are left out. */
    public record Event(String id, String name, String data) {}

    /** The events so far. */
    public List<Event> events() {
        List<Event> events = new ArrayList<>();
        Map<String, String> fields = new HashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (line.isEmpty() && fields.containsKey("data")) {
                events.add(new Event(
                        fields.getOrDefault("id", ""),
                        fields.getOrDefault("event", ""),
                        fields.getOrDefault("data", "")));
                fields.clear();
            } else if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        return events;
    }

    /** Of the answer, which is there before the first event. */
    public int status() {
        return response.statusCode();
    }

    /** The ids of the entries so far. */
    public List<String> ids() {
        return lines.stream()
                .filter(it -> it.startsWith("id:"))
                .map(it -> it.substring("id:".length()))
                .toList();
    }

    /** Whether there was a sign of life. */
    public boolean hasHeartbeat() {
        return lines.contains(":heartbeat");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
