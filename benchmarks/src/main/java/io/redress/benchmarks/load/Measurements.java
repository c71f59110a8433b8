package io.redress.benchmarks.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies by name and errors by kind. What was due outside the window is kept apart. Safe for many threads. */
public final class Measurements {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final Window window;
    private final Map<String, Histogram> histograms = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> errorsOutside = new ConcurrentHashMap<>();
    private final Map<String, String> examples = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    public Measurements(Window window) {
        this.window = window;
    }

    /** Something took from when it was due until it was done, both in nanoseconds. */
    public void took(String name, long due, long done) {
        if (window.contains(due)) {
            long micros = Math.clamp((done - due) / 1_000, 0L, LONGEST_MICROS);
            histograms
                    .computeIfAbsent(name, _ -> new ConcurrentHistogram(LONGEST_MICROS, 3))
                    .recordValue(micros);
        }
    }

    /** Something that was due then went wrong; the first message of each kind is kept. */
    public void failed(String kind, String message, long due) {
        examples.putIfAbsent(kind, message);
        (window.contains(due) ? errors : errorsOutside)
                .computeIfAbsent(kind, _ -> new LongAdder())
                .increment();
    }

    /** Something worth a number happened, in the window or not. */
    public void count(String what) {
        counts.computeIfAbsent(what, _ -> new LongAdder()).increment();
    }

    /** Latencies in microseconds by name, in alphabetical order. */
    public Map<String, Histogram> latencies() {
        return new TreeMap<>(histograms);
    }

    /** Errors inside the window by kind. */
    public Map<String, Long> errors() {
        return sums(errors);
    }

    /** Errors before the window and after it by kind. */
    public Map<String, Long> errorsOutside() {
        return sums(errorsOutside);
    }

    /** One message for each kind of error. */
    public Map<String, String> examples() {
        return new TreeMap<>(examples);
    }

    /** All that was counted, by name. */
    public Map<String, Long> counts() {
        return sums(counts);
    }

    /** All errors so far, wherever. */
    public long errorCount() {
        return errors().values().stream().mapToLong(Long::longValue).sum()
                + errorsOutside().values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> adders) {
        Map<String, Long> sums = new TreeMap<>();
        adders.forEach((kind, adder) -> sums.put(kind, adder.sum()));
        return sums;
    }
}
