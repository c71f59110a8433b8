package io.redress.benchmarks;

import io.redress.benchmarks.lifecycle.Lifecycle;
import io.redress.benchmarks.lifecycle.LifecycleRun;
import io.redress.benchmarks.limits.Limits;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The figures of a run, for people and for programs. The screen shows what the file holds. */
final class LifecycleReport {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, Latency> latencies = new LinkedHashMap<>();
    private Map<String, String> examples = Map.of();

    LifecycleReport() {
        figures.put("at", Instant.now().toString());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("java", Runtime.version().toString());
    }

    void prefilled(long complaints, double perSecond) {
        figures.put("prefilled", complaints);
        figures.put("prefilledPerSecond", Latency.rounded(perSecond));
    }

    void ran(LifecycleRun.Result result) {
        figures.put("verdict", result.isGood() ? "good" : "not good");
        figures.put("rate", result.plan().rate());
        figures.put("warmupSeconds", result.plan().warmup().toSeconds());
        figures.put("measuredSeconds", result.plan().duration().toSeconds());
        figures.put("lifecyclesPerSecond", perSecond(result.finishedInWindow(), result));
        figures.put("lifecyclesFinished", result.finished());
        figures.put("httpCallsPerSecond", perSecond(httpCalls(result), result));
        figures.put("eventsPerSecond", Latency.rounded(events(result) / result.seconds()));
        figures.put("eventsPerSecondByTopic", eventsByTopic(result));
        figures.put("errors", result.measurements().errors());
        figures.put("errorsInWarmUp", result.measurements().errorsOutside());
        figures.put(
                "left",
                result.left().values().stream().mapToLong(Long::longValue).sum());
        figures.put("leftWhile", result.left());
        figures.put("shed", result.shed());
        figures.put("deadLetters", result.deadLetters());
        figures.put("counts", result.measurements().counts());
        figures.put(
                "generatorProcessors",
                Latency.rounded((result.end().cpuSeconds() - result.begin().cpuSeconds()) / result.seconds()));
        figures.put("machineLoad", Latency.rounded(result.end().machineLoad()));
        result.measurements().latencies().forEach((name, histogram) -> latencies.put(name, Latency.of(histogram)));
        figures.put("latencyMillis", latencies);
        examples = result.measurements().examples();
        figures.put("examples", examples);
    }

    void compare(LifecycleRun.Result result, Limits.Result limits) {
        figures.put("limits", LimitsReport.figures(limits));
        figures.put(
                "httpCallsToBareEndpoint",
                Latency.rounded(perSecond(httpCalls(result), result) / limits.requestsPerSecond()));
        figures.put("eventsToBroker", Latency.rounded(events(result) / result.seconds() / limits.recordsPerSecond()));
    }

    Map<String, Object> figures() {
        return figures;
    }

    void print(PrintWriter out) {
        figures.forEach((name, value) -> {
            if (value != latencies && value != examples) {
                out.printf("%-26s %s%n", name, value);
            }
        });
        Latency.print(latencies, out);
        examples.forEach((kind, example) -> out.printf("%n%s%n    %s%n", kind, example));
        out.flush();
    }

    private static double perSecond(long count, LifecycleRun.Result result) {
        return Latency.rounded(count / (double) result.plan().duration().toSeconds());
    }

    private static long httpCalls(LifecycleRun.Result result) {
        Map<String, Histogram> latencies = result.measurements().latencies();
        return Lifecycle.CALLS.stream()
                .map(latencies::get)
                .mapToLong(it -> it == null ? 0 : it.getTotalCount())
                .sum();
    }

    private static long events(LifecycleRun.Result result) {
        return sum(result.end().records()) - sum(result.begin().records());
    }

    private static Map<String, Double> eventsByTopic(LifecycleRun.Result result) {
        Map<String, Double> rates = new TreeMap<>();
        result.end().records().forEach((topic, end) -> {
            long count = end - result.begin().records().getOrDefault(topic, 0L);
            if (count > 0) {
                rates.put(topic, Latency.rounded(count / result.seconds()));
            }
        });
        return rates;
    }

    private static long sum(Map<String, Long> records) {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }
}
