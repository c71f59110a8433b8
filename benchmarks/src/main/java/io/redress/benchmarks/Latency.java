package io.redress.benchmarks;

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

    private static double millis(long micros) {
        return rounded(micros / 1_000.0);
    }

    /** Two decimals are more than any of these figures is good for. */
    static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
