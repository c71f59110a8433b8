package io.redress.benchmarks.outage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What has left the house: remedies and messages, as the file adapters have written them down. */
public final class Written {
    private static final Set<String> ABOUT_THE_REMEDY = Set.of("outage-remedied", "account-remedied");
    private static final String LATE = "already-remedied";

    private final Path remedies;
    private final Path messages;

    Written(Path data) {
        this.remedies = data.resolve("remedies").resolve("remedies.ndjson");
        this.messages = data.resolve("messages");
    }

    /**
     * How it is now.
     *
     * @param executed lines of the file of remedies
     * @param told lines about the remedy in the files of messages
     * @param twiceExecuted accounts with more than one remedy
     * @param twiceTold accounts that were told more than once
     * @param toldBefore accounts that were told before their remedy was executed, or without one
     * @param late messages to whoever complained when all was done
     */
    public record Seen(long executed, long told, long twiceExecuted, long twiceTold, long toldBefore, long late) {}

    Seen look() {
        Map<String, List<Instant>> executed = new HashMap<>();
        lines(remedies).forEach(line -> add(executed, line.path("account"), line.path("at")));
        Map<String, List<Instant>> told = new HashMap<>();
        long late = 0;
        for (JsonNode line : messageLines()) {
            String kind = line.path("kind").asString();
            late += kind.equals(LATE) ? 1 : 0;
            if (ABOUT_THE_REMEDY.contains(kind)) {
                add(told, line.path("customerReference"), line.path("composedAt"));
            }
        }
        long before = told.entrySet().stream()
                .filter(it -> !executed.containsKey(it.getKey())
                        || it.getValue()
                                .getFirst()
                                .isBefore(executed.get(it.getKey()).getFirst()))
                .count();
        return new Seen(sum(executed), sum(told), twice(executed), twice(told), before, late);
    }

    /** How many lines tell of the remedy, without looking into them: it is asked often, beside what is measured. */
    long told() {
        try (Stream<Path> files = Files.isDirectory(messages) ? Files.list(messages) : Stream.empty()) {
            return files.mapToLong(Written::toldIn).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long toldIn(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> ABOUT_THE_REMEDY.stream().anyMatch(it -> line.contains("\"kind\":\"" + it)))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, List<Instant>> all, JsonNode account, JsonNode at) {
        all.computeIfAbsent(account.asString(), _ -> new ArrayList<>()).add(Instant.parse(at.asString()));
    }

    private static long sum(Map<String, List<Instant>> all) {
        return all.values().stream().mapToLong(List::size).sum();
    }

    private static long twice(Map<String, List<Instant>> all) {
        return all.values().stream().filter(it -> it.size() > 1).count();
    }

    private List<JsonNode> messageLines() {
        if (!Files.isDirectory(messages)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(messages)) {
            return files.sorted().flatMap(file -> lines(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole lines only: the last one may be half written. */
    private static List<JsonNode> lines(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
