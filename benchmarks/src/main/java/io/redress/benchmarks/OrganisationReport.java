package io.redress.benchmarks;

import io.redress.benchmarks.organisation.Played;
import io.redress.benchmarks.organisation.Played.DepartmentLine;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Where customers wait, for people. */
final class OrganisationReport {
    private OrganisationReport() {}

    static void print(String name, Played played, PrintWriter out) {
        Map<String, Object> it = played.figures();
        out.printf(Locale.ROOT, "== %s%n", name);
        out.printf(
                "%-20s %8s %8s %13s %13s %8s %8s %8s %6s %6s %7s %6s %8s%n",
                "department",
                "requests",
                "answered",
                "work h 50/90",
                "wait h 50/90",
                "root h",
                "idle h",
                "reminded",
                "escal.",
                "overdue",
                "declin.",
                "asked",
                "padding");
        for (DepartmentLine line : played.departments()) {
            out.printf(
                    Locale.ROOT,
                    "%-20s %8d %8d %6.1f/%6.1f %6.1f/%6.1f %8.0f %8.0f %8d %6d %7d %7d %6d %7.2f%n",
                    line.department(),
                    line.requests(),
                    line.answered(),
                    line.workMedian(),
                    line.workP90(),
                    line.waitMedian(),
                    line.waitP90(),
                    line.rootHours(),
                    line.rootWaitingHours(),
                    line.reminded(),
                    line.escalated(),
                    line.progressOverdue(),
                    line.declined(),
                    line.questions(),
                    line.paddingIndex());
        }
        out.printf(
                Locale.ROOT,
                "%s cases in median %.1f h, p90 %.1f h; of their time %.0f %% work, %.0f %% waiting, %.0f %% closed hours%n",
                it.get("cases"),
                played.caseHours(50),
                played.caseHours(90),
                100 * (double) it.getOrDefault("shareWork", 0.0),
                100 * (double) it.getOrDefault("shareWaiting", 0.0),
                100 * (double) it.getOrDefault("shareClosed", 0.0));
        out.printf(
                "consultants held cases up for %s h; "
                        + "%s circles of waits, %s cases with a wait on oneself, %s stacked margins, urgent: %s granted, %s refused%n",
                it.get("consultantsRootHours"),
                it.get("circles"),
                it.get("casesInWhichSomebodyWaitsOnItself"),
                it.get("marginsStacked"),
                it.get("urgentGranted"),
                it.get("urgentRefused"));
        out.printf(
                Locale.ROOT,
                "%d events, %.0f simulated days in %.1f s: %.0f days a second%n%n",
                played.events(),
                played.simulated().toHours() / 24.0,
                played.seconds(),
                played.daysPerSecond());
        out.flush();
    }

    static void line(String name, Played played, PrintWriter out) {
        Map<String, Object> it = played.figures();
        out.printf(
                Locale.ROOT,
                "%-46s case h %6.1f/%7.1f  waiting %4.1f %%  urgent waits h %5s, others %5s  stacked %5s%n",
                name,
                played.caseHours(50),
                played.caseHours(90),
                100 * (double) it.getOrDefault("shareWaiting", 0.0),
                it.get("waitingHoursMedianUrgent"),
                it.get("waitingHoursMedianOthers"),
                it.get("marginsStacked"));
        out.flush();
    }
}
