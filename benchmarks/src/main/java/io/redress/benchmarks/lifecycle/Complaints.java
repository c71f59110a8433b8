package io.redress.benchmarks.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What customers complain about: short texts in four languages, the same ones in every run and the same order. */
final class Complaints {
    private static final List<String> CHANNELS = List.of("web", "email", "app", "chat", "phone");

    private final String run;
    private final List<Text> texts;

    /** @param run a mark that no other run has */
    Complaints(String run) {
        this.run = run;
        this.texts = read();
    }

    /** The client's own key for complaint {@code number} of this run. */
    String key(long number) {
        return run + "-" + number;
    }

    /** The body that files it. */
    String body(long number) {
        Text text = texts.get((int) (number % texts.size()));
        String channel = CHANNELS.get((int) (number % CHANNELS.size()));
        return "{\"customer\":{\"reference\":\"C-" + key(number) + "\",\"tier\":\"" + text.tier
                + "\",\"contact\":{\"name\":\"Customer " + number % 50_000
                + "\",\"address\":\"customer@customer.example\"}},\"channel\":\"" + channel + "\",\"language\":\""
                + text.language + "\",\"text\":" + text.quoted + ",\"clientReference\":\"" + key(number) + "\"}";
    }

    private static List<Text> read() {
        try (InputStream in =
                Objects.requireNonNull(Complaints.class.getResourceAsStream("complaints.tsv"), "complaints.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 3))
                    .map(cells ->
                            new Text(cells[0], cells[1], JsonMapper.shared().writeValueAsString(cells[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Text(String language, String tier, String quoted) {}
}
