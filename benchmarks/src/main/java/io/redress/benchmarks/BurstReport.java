package io.redress.benchmarks;

import io.redress.benchmarks.burst.Joining;
import io.redress.benchmarks.burst.Outcome;
import io.redress.benchmarks.lifecycle.Moment;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a burst, for people and for programs. The screen shows what the file holds. */
final class BurstReport {
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final Map<String, Latency> latencies = new LinkedHashMap<>();
    private final Map<String, String> examples;
    private final boolean good;

    BurstReport(Outcome outcome, long deadLetters) {
        Joining joining = outcome.joining();
        good = outcome.isGood() && deadLetters == 0;
        examples = outcome.measurements().examples();
        figures.put("at", Instant.now().toString());
        figures.put("verdict", good ? "good" : "not good");
        figures.put("complaints", outcome.planned());
        figures.put("accepted", outcome.accepted());
        figures.put("cases", outcome.cases());
        figures.put("casesNotKnown", outcome.missing());
        figures.put("shed", outcome.shed());
        figures.put("errors", outcome.measurements().errors());
        figures.put("counts", outcome.measurements().counts());
        figures.put("deadLetters", deadLetters);
        figures.put("incidents", outcome.incidents());
        figures.put("membersMissing", joining.lost());
        figures.put("membersThatAreNone", joining.strangers());
        figures.put("secondsOfFiling", seconds(outcome.posting()));
        figures.put("secondsUntilOpen", seconds(outcome.tillOpen()));
        figures.put("secondsFromLastComplaintToLastMember", seconds(joining.afterLast()));
        figures.put("greatestLag", outcome.greatestLag());
        outcome.measurements().latencies().forEach((name, it) -> latencies.put(name, Latency.of(it)));
        latencies.put("from accepted to member", Latency.ofMillis(joining.latency()));
        figures.put("latencyMillis", latencies);
        figures.put("examples", examples);
    }

    /** @param systemSeconds of processor time; 0 where it is not known */
    void cost(Moment begin, Moment end, double systemSeconds) {
        double seconds = (end.nanos() - begin.nanos()) / 1e9;
        figures.put("seconds", Latency.rounded(seconds));
        figures.put("events", sum(end.records()) - sum(begin.records()));
        figures.put("systemProcessorSeconds", Latency.rounded(systemSeconds));
        figures.put("generatorProcessorSeconds", Latency.rounded(end.cpuSeconds() - begin.cpuSeconds()));
        figures.put("machineLoad", Latency.rounded(end.machineLoad()));
    }

    boolean isGood() {
        return good;
    }

    Map<String, Object> figures() {
        return figures;
    }

    void print(PrintWriter out) {
        figures.forEach((name, value) -> {
            if (value != latencies && value != examples) {
                out.printf("%-38s %s%n", name, value);
            }
        });
        Latency.print(latencies, out);
        examples.forEach((kind, example) -> out.printf("%n%s%n    %s%n", kind, example));
        out.flush();
    }

    private static double seconds(Duration time) {
        return Latency.rounded(time.toMillis() / 1000.0);
    }

    private static long sum(Map<String, Long> records) {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }
}
