package io.redress.benchmarks.organisation;

import io.redress.contracts.DepartmentCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param events that the services told each other
 * @param simulated from the first complaint until nothing was left to happen
 * @param seconds that it took
 */
public record Played(
        Map<DepartmentCode, Tally> tallies,
        Ledger ledger,
        Counts counts,
        long events,
        Duration simulated,
        double seconds) {

    /** What is counted for the whole organisation. */
    static final class Counts {
        int circles;
        int stacked;
        int promisesRefused;
        int urgentGranted;
        int urgentRefused;
        int offers;
        int agreed;
        int offersDeclined;
        int offersLapsed;
    }

    /** How fast time passed. */
    public double daysPerSecond() {
        return simulated.toSeconds() / 86_400.0 / seconds;
    }

    /** One line for each department that was asked for anything. */
    public List<DepartmentLine> departments() {
        List<DepartmentLine> lines = new ArrayList<>();
        tallies.forEach((code, it) -> {
            Ledger.Parts held = ledger.byParty().getOrDefault(code.value(), Ledger.Parts.NONE);
            if (it.requests > 0) {
                lines.add(new DepartmentLine(
                        code.value(),
                        it.requests,
                        it.answered,
                        hours(percentile(it.working, 50)),
                        hours(percentile(it.working, 90)),
                        hours(percentile(it.waiting, 50)),
                        hours(percentile(it.waiting, 90)),
                        hours(held.sum()),
                        hours(held.waiting()),
                        it.reminded,
                        it.escalated,
                        it.progressOverdue,
                        it.declined,
                        it.questions,
                        it.kept,
                        it.missed,
                        padding(it.leftOfPromise),
                        it.sentBack,
                        it.rated,
                        share(it.onTime, it.rated),
                        share(it.complete, it.rated)));
            }
        });
        return lines;
    }

    /** For programs. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("cases", ledger.durations().size());
        figures.put("events", events);
        figures.put("caseHoursMedian", caseHours(50));
        figures.put("caseHoursP90", caseHours(90));
        figures.put("caseWaitingHoursMedian", caseWaitingHours(50));
        figures.put("caseWaitingHoursP90", caseWaitingHours(90));
        figures.put("shareWork", share(ledger.all().work()));
        figures.put("shareWaiting", share(ledger.all().waiting()));
        figures.put("shareClosed", share(ledger.all().closed()));
        figures.put("circles", counts.circles);
        figures.put("marginsStacked", counts.stacked);
        figures.put("promisesRefused", counts.promisesRefused);
        figures.put("offers", counts.offers);
        figures.put("offersAgreed", counts.agreed);
        figures.put("offersDeclined", counts.offersDeclined);
        figures.put("offersLapsed", counts.offersLapsed);
        figures.put("urgentGranted", counts.urgentGranted);
        figures.put("urgentRefused", counts.urgentRefused);
        figures.put("waitingHoursMedianUrgent", hours(percentile(urgent(), 50)));
        figures.put("waitingHoursMedianOthers", hours(percentile(others(), 50)));
        figures.put("consultantsRootHours", hours(root("consultants")));
        figures.put("departments", departments());
        return figures;
    }

    /** How long the cases took, in hours of the clock on the wall. */
    public double caseHours(int percent) {
        return hours(percentile(ledger.durations(), percent));
    }

    /** For how much of that nobody worked on them though somebody could have. */
    public double caseWaitingHours(int percent) {
        return hours(percentile(ledger.waits(), percent));
    }

    private static double share(int part, int all) {
        return all == 0 ? 0 : Math.round(100.0 * part / all) / 100.0;
    }

    /** Which part of all time it is, from 0 to 1. */
    public double share(Duration part) {
        long all = ledger.all().sum().toSeconds();
        return all == 0 ? 0 : Math.round(1_000.0 * part.toSeconds() / all) / 1_000.0;
    }

    Duration root(String party) {
        return ledger.byParty().getOrDefault(party, Ledger.Parts.NONE).sum();
    }

    /** What was said to be urgent, whether anybody paid for it or not. */
    List<Duration> urgent() {
        return tallies.values().stream()
                .flatMap(it -> it.urgentWaiting.stream())
                .toList();
    }

    List<Duration> others() {
        return tallies.values().stream()
                .flatMap(it -> it.othersWaiting.stream())
                .toList();
    }

    private static double padding(List<Double> left) {
        if (left.isEmpty()) {
            return 0.0;
        }
        List<Double> sorted = left.stream().sorted().toList();
        return Math.round(100 * sorted.get((sorted.size() - 1) / 2)) / 100.0;
    }

    static double hours(Duration time) {
        return Math.round(time.toSeconds() / 360.0) / 10.0;
    }

    static Duration percentile(Collection<Duration> all, int percent) {
        if (all.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = all.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.size()) - 1));
    }

    /**
     * A department in a run; times in hours, all but {@code rootHours} of working time.
     *
     * @param rootHours how long cases were held up by it, by the clock on the wall
     * @param rootWaitingHours how much of that nobody worked though somebody could have
     * @param paddingIndex the median share of the promised time that was left at delivery; 0 where nothing was promised
     * @param sentBack incomplete answers
     * @param rated answers about which somebody has said how they were
     * @param onTime which share of those came by their date
     * @param complete which share of those was complete at first
     */
    public record DepartmentLine(
            String department,
            int requests,
            int answered,
            double workMedian,
            double workP90,
            double waitMedian,
            double waitP90,
            double rootHours,
            double rootWaitingHours,
            int reminded,
            int escalated,
            int progressOverdue,
            int declined,
            int questions,
            int promisesKept,
            int promisesMissed,
            double paddingIndex,
            int sentBack,
            int rated,
            double onTime,
            double complete) {}
}
