package io.redress.benchmarks.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What does not hold, by kind; of many alike only the first are kept word for word. Safe for many threads. */
public final class Findings {
    private static final int KEPT = 10;

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<String>> examples = new TreeMap<>();

    /** Something does not hold. */
    public synchronized void add(String kind, String sentence) {
        counts.merge(kind, 1L, Long::sum);
        List<String> kept = examples.computeIfAbsent(kind, _ -> new ArrayList<>());
        if (kept.size() < KEPT) {
            kept.add(sentence);
        }
    }

    /** How many of each kind. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** The first of each kind. */
    public synchronized Map<String, List<String>> examples() {
        Map<String, List<String>> copy = new TreeMap<>();
        examples.forEach((kind, sentences) -> copy.put(kind, List.copyOf(sentences)));
        return copy;
    }

    /** How many in all. */
    public synchronized long size() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
