package io.redress.benchmarks.outage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
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
     * @param toldBefore messages that came of no remedy of their account which was in the file by then; never by the clock
     * @param late messages to whoever complained when all was done
     */
    public record Seen(long executed, long told, long twiceExecuted, long twiceTold, long toldBefore, long late) {}

    /** How far it is, for whoever watches; what was told before its time is not looked for. */
    Seen look() {
        return look((_, _) -> true);
    }

    /** @param causes the events that caused the messages */
    Seen look(Causes causes) {
        Map<String, String> positions = positions();
        return look((cause, account) -> account.equals(positions.get(causes.reference(cause))));
    }

    private Seen look(BiPredicate<String, String> afterTheRemedy) {
        Map<String, Integer> executed = new HashMap<>();
        lines(remedies).forEach(line -> executed.merge(line.path("account").asString(), 1, Integer::sum));
        Map<String, Integer> told = new HashMap<>();
        long late = 0;
        long before = 0;
        for (JsonNode line : messageLines()) {
            String kind = line.path("kind").asString();
            late += kind.equals(LATE) ? 1 : 0;
            if (ABOUT_THE_REMEDY.contains(kind)) {
                String account = line.path("customerReference").asString();
                told.merge(account, 1, Integer::sum);
                before += afterTheRemedy.test(cause(line, kind), account) ? 0 : 1;
            }
        }
        return new Seen(sum(executed), sum(told), twice(executed), twice(told), before, late);
    }

    /** What a message came of is the last part of its id. */
    private static String cause(JsonNode message, String kind) {
        String id = message.path("id").asString();
        return id.substring(id.indexOf(':' + kind + ':') + kind.length() + 2);
    }

    /** Accounts by the reference of their remedy, which is where its line begins. */
    private Map<String, String> positions() {
        Map<String, String> positions = new HashMap<>();
        long at = 0;
        for (String line : text(remedies).split("\n", -1)) {
            if (!line.isEmpty()) {
                positions.put(
                        "remedies.ndjson@" + at,
                        JsonMapper.shared().readTree(line).path("account").asString());
            }
            at += line.getBytes(UTF_8).length + 1;
        }
        return positions;
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

    private static long sum(Map<String, Integer> all) {
        return all.values().stream().mapToLong(Integer::longValue).sum();
    }

    private static long twice(Map<String, Integer> all) {
        return all.values().stream().filter(times -> times > 1).count();
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

    private static List<JsonNode> lines(Path file) {
        return text(file).lines().map(JsonMapper.shared()::readTree).toList();
    }

    /** Whole lines only: the last one may be half written. */
    private static String text(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
