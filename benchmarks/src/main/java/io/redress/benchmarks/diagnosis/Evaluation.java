package io.redress.benchmarks.diagnosis;

import io.redress.benchmarks.load.Progress;
import io.redress.intake.domain.diagnosis.Diagnostician;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads labelled complaints with the rules of the product, in this JVM and without starting anything. */
public final class Evaluation {
    /** So often everything is read before it is measured, so that the JVM has compiled what it will. */
    private static final int WARM_UP = 2;

    private final Diagnostician diagnostician;
    private final PrintStream progress;

    public Evaluation(Diagnostician diagnostician, PrintStream progress) {
        this.diagnostician = diagnostician;
        this.progress = progress;
    }

    /** By language, ISO 639-1. */
    public Map<String, Score> run(List<Labelled> complaints) {
        var read = new AtomicInteger();
        int all = complaints.size() * (WARM_UP + 1);
        Map<String, Score> scores = Map.of();
        try (var _ = Progress.of(progress, () -> "%,d of %,d readings".formatted(read.get(), all))) {
            for (int pass = 0; pass <= WARM_UP; pass++) {
                scores = pass(complaints, read);
            }
        }
        return scores;
    }

    private Map<String, Score> pass(List<Labelled> complaints, AtomicInteger read) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Score> scores = new TreeMap<>();
        for (Labelled complaint : complaints) {
            long before = threads.getCurrentThreadCpuTime();
            var strongest = diagnostician
                    .diagnose(complaint.text(), complaint.language())
                    .strongest();
            long nanos = threads.getCurrentThreadCpuTime() - before;
            scores.computeIfAbsent(complaint.language(), _ -> new Score())
                    .add(complaint, Department.of(strongest), strongest.confidence(), nanos);
            read.incrementAndGet();
        }
        return scores;
    }
}
