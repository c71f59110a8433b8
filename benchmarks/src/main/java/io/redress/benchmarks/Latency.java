package io.redress.benchmarks;

import java.io.PrintWriter;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A distribution in the numbers that are usually looked at, in milliseconds. */
record Latency(long count, double p50, double p95, double p99, double max) {

    static Latency of(Histogram micros) {
        return new Latency(
                micros.getTotalCount(),
                millis(micros.getValueAtPercentile(50)),
                millis(micros.getValueAtPercentile(95)),
                millis(micros.getValueAtPercentile(99)),
                millis(micros.getMaxValue()));
    }

    static Latency ofMillis(Histogram millis) {
        return new Latency(
                millis.getTotalCount(),
                millis.getValueAtPercentile(50),
                millis.getValueAtPercentile(95),
                millis.getValueAtPercentile(99),
                millis.getMaxValue());
    }

    /** As a table. */
    static void print(Map<String, Latency> latencies, PrintWriter out) {
        out.printf("%n%-28s %9s %9s %9s %9s %9s%n", "milliseconds", "count", "p50", "p95", "p99", "max");
        latencies.forEach((name, it) -> out.printf(
                "%-28s %,9d %9.2f %9.2f %9.2f %9.2f%n", name, it.count(), it.p50(), it.p95(), it.p99(), it.max()));
    }

    private static double millis(long micros) {
        return rounded(micros / 1_000.0);
    }

    /** Two decimals are more than any of these figures is good for. */
    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
