package io.redress.benchmarks.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** What customers complain about: short texts in four languages, the same ones in every run and the same order. */
public final class Complaints {
    private static final List<String> CHANNELS = List.of("web", "email", "app", "chat", "phone");

    private final String run;
    private final String concerns;
    private final List<Text> texts;

    /**
     * Of every kind, and nobody says what product they are about.
     *
     * @param run a mark that no other run has
     */
    public Complaints(String run) {
        this(run, "", "complaints.tsv");
    }

    private Complaints(String run, String concerns, String file) {
        this.run = run;
        this.concerns = concerns;
        this.texts = read(file);
    }

    /** Of one outage, told by many customers in their own words; product and region are plain words. */
    public static Complaints ofOutage(String run, String product, String region) {
        return new Complaints(run, ",\"product\":\"" + product + "\",\"region\":\"" + region + "\"", "outage.tsv");
    }

    /** The client's own key for complaint {@code number} of this run. */
    public String key(long number) {
        return run + "-" + number;
    }

    /** The body that files it. */
    public String body(long number) {
        Text text = texts.get((int) (number % texts.size()));
        String channel = CHANNELS.get((int) (number % CHANNELS.size()));
        return "{\"customer\":{\"reference\":\"C-" + key(number) + "\",\"tier\":\"" + text.tier
                + "\",\"contact\":{\"name\":\"Customer " + number % 50_000
                + "\",\"address\":\"customer@customer.example\"}},\"channel\":\"" + channel + "\",\"language\":\""
                + text.language + "\",\"text\":" + text.quoted + ",\"clientReference\":\"" + key(number) + "\""
                + concerns + "}";
    }

    private static List<Text> read(String file) {
        try (InputStream in = Objects.requireNonNull(Complaints.class.getResourceAsStream(file), file)) {
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
