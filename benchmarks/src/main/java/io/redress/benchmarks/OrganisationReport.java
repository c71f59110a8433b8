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
                "%-20s %8s %8s %13s %13s %8s %8s %8s %6s %7s %7s %6s %7s %6s %7s%n",
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
                "padding",
                "back",
                "on time");
        for (DepartmentLine line : played.departments()) {
            out.printf(
                    Locale.ROOT,
                    "%-20s %8d %8d %6.1f/%6.1f %6.1f/%6.1f %8.0f %8.0f %8d %6d %7d %7d %6d %7.2f %6d %7s%n",
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
                    line.paddingIndex(),
                    line.sentBack(),
                    line.rated() == 0 ? "-" : Math.round(100 * line.onTime()) + " %");
        }
        out.printf(
                Locale.ROOT,
                "%s cases in median %.1f h, p90 %.1f h, of which %.1f h and %.1f h waiting;"
                        + " of all time %.0f %% work, %.0f %% waiting, %.0f %% closed hours%n",
                it.get("cases"),
                played.caseHours(50),
                played.caseHours(90),
                played.caseWaitingHours(50),
                played.caseWaitingHours(90),
                100 * (double) it.getOrDefault("shareWork", 0.0),
                100 * (double) it.getOrDefault("shareWaiting", 0.0),
                100 * (double) it.getOrDefault("shareClosed", 0.0));
        out.printf(
                "consultants held cases up for %s h; "
                        + "%s circles of waits, %s stacked margins, urgent: %s granted, %s refused;"
                        + " %s offers of dates: %s agreed, %s declined%n",
                it.get("consultantsRootHours"),
                it.get("circles"),
                it.get("marginsStacked"),
                it.get("urgentGranted"),
                it.get("urgentRefused"),
                it.get("offers"),
                it.get("offersAgreed"),
                it.get("offersDeclined"));
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
                "%-46s case h %6.1f/%7.1f  waits h %6.1f/%7.1f  urgent waits h %5s, others %5s  stacked %5s  agreed %5s%n",
                name,
                played.caseHours(50),
                played.caseHours(90),
                played.caseWaitingHours(50),
                played.caseWaitingHours(90),
                it.get("waitingHoursMedianUrgent"),
                it.get("waitingHoursMedianOthers"),
                it.get("marginsStacked"),
                it.get("offersAgreed"));
        out.flush();
    }
}
