package io.redress.chassis.http;

import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * How far streams have come, as told in headers: {@code intake=3,requests.finance=1}.
 *
 * @param values the {@code seq} by stream; a seq counts from 1
 */
public record Positions(Map<String, Long> values) {

    /** On the answer to a write: what it has put into which stream. */
    public static final String WRITTEN = "Redress-Position";

    /** On a read: answer only when at least this has been applied. */
    public static final String AT_LEAST = "Redress-At-Least";

    private static final int MAX_HEADER = 2_000;
    private static final int MAX_STREAMS = 50;
    private static final Positions NONE = new Positions(Map.of());

    public Positions {
        values = Map.copyOf(values);
    }

    /** Nothing said. */
    public static Positions none() {
        return NONE;
    }

    /** One stream's position. */
    public static Positions of(String stream, long seq) {
        return new Positions(Map.of(stream, seq));
    }

    /** What the caller wants a read to wait for; none where it does not say. */
    static Positions atLeast(ServerWebExchange exchange) {
        return parse(exchange.getRequest().getHeaders().getFirst(AT_LEAST));
    }

    /**
     * Reads a header.
     *
     * @throws Refusal 400 if it is not {@code <stream>=<seq>}, separated by commas, within bounds
     */
    public static Positions parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return NONE;
        }
        if (header.length() > MAX_HEADER) {
            throw malformed();
        }
        SequencedMap<String, Long> read = new TreeMap<>();
        for (String entry : header.split(",", MAX_STREAMS + 1)) {
            int equals = entry.indexOf('=');
            read.merge(stream(entry, equals), seq(entry, equals), Math::max);
        }
        return new Positions(read);
    }

    /** The further one of both for each stream; what exceeds the bounds of a header is left out. */
    public Positions and(Positions others) {
        Map<String, Long> merged = new TreeMap<>(values);
        others.values.forEach((stream, seq) -> {
            if (merged.size() < MAX_STREAMS || merged.containsKey(stream)) {
                merged.merge(stream, seq, Math::max);
            }
        });
        return new Positions(merged);
    }

    /** As a header's value, streams in order; empty where there are none. */
    public String format() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining(","));
    }

    private static String stream(String entry, int equals) {
        String stream = equals < 0 ? "" : entry.substring(0, equals).strip();
        boolean wellFormed = !stream.isEmpty()
                && stream.length() <= 80
                && stream.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-');
        if (!wellFormed) {
            throw malformed();
        }
        return stream;
    }

    private static long seq(String entry, int equals) {
        String digits = entry.substring(equals + 1).strip();
        if (digits.isEmpty() || digits.length() > 18 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw malformed();
        }
        return Long.parseLong(digits);
    }

    private static Refusal malformed() {
        return Refusal.unreadable("Expected positions as <stream>=<seq>, separated by commas, at most " + MAX_STREAMS
                + " of them, as a former answer gave them.");
    }
}
