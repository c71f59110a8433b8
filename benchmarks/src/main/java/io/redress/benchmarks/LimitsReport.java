package io.redress.benchmarks;

import io.redress.benchmarks.limits.Limits;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The limits, for people and for programs. */
final class LimitsReport {
    private LimitsReport() {}

    static Map<String, Object> figures(Limits.Result limits) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bareEndpointConnections", limits.connections());
        figures.put("bareEndpointRequestsPerSecond", Latency.rounded(limits.requestsPerSecond()));
        Histogram latency = limits.latency();
        if (latency != null) {
            figures.put("bareEndpointLatency", Latency.of(latency));
        }
        figures.put("brokerRecordsPerSecond", Latency.rounded(limits.recordsPerSecond()));
        return figures;
    }

    static void print(Limits.Result limits, PrintWriter out) {
        out.printf(
                "limit, bare endpoint  %,10.0f requests/s over %d connections%n",
                limits.requestsPerSecond(), limits.connections());
        out.printf("limit, broker alone   %,10.0f records/s%n", limits.recordsPerSecond());
        out.flush();
    }
}
