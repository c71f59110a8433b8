package io.redress.benchmarks;

import io.redress.benchmarks.diagnosis.Department;
import io.redress.benchmarks.diagnosis.Score;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** How well complaints are read, for people and for programs. */
final class DiagnosisReport {
    private DiagnosisReport() {}

    static Map<String, Object> figures(String rulesVersion, Map<String, Score> scores) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rulesVersion", rulesVersion);
        scores.forEach((language, score) -> figures.put(language, figures(score)));
        return figures;
    }

    private static Map<String, Object> figures(Score score) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("complaints", score.complaints());
        figures.put("macroF1", rounded(score.macroF1()));
        figures.put("top1Accuracy", rounded(score.accuracy()));
        figures.put("anyDepartmentAccuracy", rounded(score.accuracyOfAny()));
        figures.put("calibrationError", rounded(score.calibrationError()));
        figures.put("cpuMillisPerComplaint", rounded(score.cpuMillis()));
        Map<String, Object> departments = new LinkedHashMap<>();
        for (Department label : Department.values()) {
            departments.put(label.name(), figures(score, label));
        }
        figures.put("departments", departments);
        return figures;
    }

    private static Map<String, Object> figures(Score score, Department label) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("complaints", score.support(label));
        figures.put("precision", rounded(score.precision(label)));
        figures.put("recall", rounded(score.recall(label)));
        figures.put("f1", rounded(score.f1(label)));
        figures.put("takenFor", score.takenFor(label));
        return figures;
    }

    static void print(String rulesVersion, Map<String, Score> scores, PrintWriter out) {
        out.printf("rules %s%n", rulesVersion);
        scores.forEach((language, score) -> print(language, score, out));
        out.flush();
    }

    private static void print(String language, Score score, PrintWriter out) {
        out.printf(
                "%n%s  %,d complaints  macro-F1 %.3f  top-1 %.3f  any of the departments %.3f  calibration error %.3f"
                        + "  %.3f ms of CPU each%n",
                language,
                score.complaints(),
                score.macroF1(),
                score.accuracy(),
                score.accuracyOfAny(),
                score.calibrationError(),
                score.cpuMillis());
        out.print("           n  precision  recall     F1   taken for");
        for (Department taken : Department.values()) {
            out.printf("%7s", taken);
        }
        out.println();
        for (Department label : Department.values()) {
            print(score, label, out);
        }
    }

    private static void print(Score score, Department label, PrintWriter out) {
        if (score.support(label) == 0) {
            return;
        }
        out.printf(
                "%-6s %5d  %9.3f  %6.3f  %5.3f            ",
                label, score.support(label), score.precision(label), score.recall(label), score.f1(label));
        for (Department taken : Department.values()) {
            out.printf("%7d", score.takenFor(label).getOrDefault(taken, 0));
        }
        out.println();
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }
}
