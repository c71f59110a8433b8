package io.redress.benchmarks.diagnosis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How well the complaints of one language were read. */
public final class Score {
    private static final int BINS = 10;

    private final Map<Department, Map<Department, Integer>> confusion = new EnumMap<>(Department.class);
    private final List<Answer> answers = new ArrayList<>();
    private long cpuNanos;

    private record Answer(double confidence, boolean right, boolean named) {}

    /** Counts one answer. */
    void add(Labelled complaint, Department said, double confidence, long nanos) {
        confusion
                .computeIfAbsent(complaint.primary(), _ -> new EnumMap<>(Department.class))
                .merge(said, 1, Integer::sum);
        answers.add(new Answer(
                confidence, said == complaint.primary(), complaint.departments().contains(said)));
        cpuNanos += nanos;
    }

    /** How many were read. */
    public int complaints() {
        return answers.size();
    }

    /** How many have this label, by what they were taken for. */
    public Map<Department, Integer> takenFor(Department label) {
        return confusion.getOrDefault(label, Map.of());
    }

    /** How many have this label. */
    public int support(Department label) {
        return takenFor(label).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of those taken for {@code label}, the share that is; 0 where none was. */
    public double precision(Department label) {
        int taken = confusion.values().stream()
                .mapToInt(row -> row.getOrDefault(label, 0))
                .sum();
        return ratio(right(label), taken);
    }

    /** Of those that are {@code label}, the share taken for it; 0 where none is. */
    public double recall(Department label) {
        return ratio(right(label), support(label));
    }

    /** The harmonic mean of precision and recall. */
    public double f1(Department label) {
        double sum = precision(label) + recall(label);
        return sum == 0 ? 0 : 2 * precision(label) * recall(label) / sum;
    }

    /** The mean F1 of the labels that occur. */
    public double macroF1() {
        return confusion.keySet().stream().mapToDouble(this::f1).average().orElse(0);
    }

    /** The share that leads to the right department. */
    public double accuracy() {
        return ratio((int) answers.stream().filter(Answer::right).count(), answers.size());
    }

    /** The share that leads to one of the departments named. */
    public double accuracyOfAny() {
        return ratio((int) answers.stream().filter(Answer::named).count(), answers.size());
    }

    /** Expected calibration error in ten bins: how far confidence is from the share that is right, on average. */
    public double calibrationError() {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (Answer answer : answers) {
            int bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
            confidence[bin] += answer.confidence();
            right[bin] += answer.right() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return answers.isEmpty() ? 0 : error / answers.size();
    }

    /** Time of CPU for one complaint, in milliseconds. */
    public double cpuMillis() {
        return answers.isEmpty() ? 0 : cpuNanos / 1e6 / answers.size();
    }

    private int right(Department label) {
        return takenFor(label).getOrDefault(label, 0);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
