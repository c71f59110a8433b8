package io.redress.department.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.Displaced;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request would mean before it is sent (R88, R89).
 *
 * @param dueAt the date that was wanted, or else the one by which the department answers as a rule
 * @param position in the department's queue; absent where it would be further behind than anybody looks
 * @param open how many requests were looked at, which are all unless {@code more}
 * @param estimate when it is expected to be done; absent where too little is known
 * @param realistic whether half of such work was done by then, or more; absent where too little is known
 * @param displacedCount how many requests would be done later than without it
 * @param displaced some of them, in the order of the queue; at most {@value #MOST_NAMED}
 * @param displacedOfCase how many of these belong to the case that it is for; absent where that was not said
 * @param said all of it in sentences
 */
public record Preview(
        DepartmentCode department,
        Instant dueAt,
        @Nullable Integer position,
        int open,
        boolean more,
        @Nullable Instant estimate,
        @Nullable Boolean realistic,
        HistoryView history,
        int displacedCount,
        List<DisplacedView> displaced,
        @Nullable Integer displacedOfCase,
        List<String> said) {
    static final int MOST_NAMED = 100;

    /**
     * How long comparable finished work took, in the department's working time.
     *
     * @param comparables how many there are
     * @param scope how alike: {@code NATURE} for the same kind and nature, {@code KIND} for the same kind
     * @param medianMinutes absent where there are too few, as are the others
     * @param medianDate when it would be done from now on, if it took the median
     */
    public record HistoryView(
            int comparables,
            Comparables.Scope scope,
            @Nullable Long medianMinutes,
            @Nullable Long p85Minutes,
            @Nullable Instant medianDate,
            @Nullable Instant p85Date) {
        static HistoryView of(Outlook outlook) {
            Comparables history = outlook.history();
            Duration median = history.median().orElse(null);
            Duration p85 = history.p85().orElse(null);
            return new HistoryView(
                    history.count(),
                    history.scope(),
                    median == null ? null : median.toMinutes(),
                    p85 == null ? null : p85.toMinutes(),
                    median == null ? null : outlook.after(median),
                    p85 == null ? null : outlook.after(p85));
        }
    }

    /** A request that would be done later. */
    public record DisplacedView(
            RequestId requestId,
            @Nullable Instant oldEstimate,
            @Nullable Instant newEstimate) {
        static List<DisplacedView> of(List<Displaced> displaced) {
            return displaced.stream()
                    .map(it -> new DisplacedView(it.requestId(), it.oldEstimate(), it.newEstimate()))
                    .toList();
        }
    }

    /** Of a department. */
    public static Preview of(DepartmentCode department, Outlook outlook, @Nullable CaseId caseId) {
        HistoryView history = HistoryView.of(outlook);
        Instant median = history.medianDate();
        return new Preview(
                department,
                outlook.dueAt(),
                outlook.position(),
                outlook.open(),
                outlook.more(),
                outlook.estimate(),
                median == null ? null : !outlook.dueAt().isBefore(median),
                history,
                outlook.displacement().count(),
                DisplacedView.of(outlook.displacement().first()),
                caseId == null ? null : ofCase(outlook, caseId),
                List.of(placed(outlook), usual(department, outlook, history), displaced(outlook)));
    }

    private static int ofCase(Outlook outlook, CaseId caseId) {
        return (int) outlook.displacement().first().stream()
                .filter(it -> it.requestId().caseId().equals(caseId))
                .count();
    }

    private static String placed(Outlook outlook) {
        Integer position = outlook.position();
        return position == null
                ? "More than " + outlook.open() + " requests come before it."
                : "It would be number " + position + " of " + (outlook.open() + 1)
                        + (outlook.more() ? " or more." : ".");
    }

    private static String usual(DepartmentCode department, Outlook outlook, HistoryView history) {
        Long median = history.medianMinutes();
        if (median == null) {
            return "Only " + history.comparables() + " comparable requests are finished, and it takes "
                    + Comparables.FEWEST + " to say what is usual.";
        }
        boolean early = history.medianDate() != null && outlook.dueAt().isBefore(history.medianDate());
        return "Of " + history.comparables() + " comparable requests half took " + median
                + " minutes of the working time of " + department + " or less, and 85 in 100 " + history.p85Minutes()
                + " or less" + (early ? ", so by then it would be done less often than not." : ".");
    }

    private static String displaced(Outlook outlook) {
        int count = outlook.displacement().count();
        return count == 0
                ? "Nobody would be done later because of it."
                : count + (count == 1 ? " request" : " requests") + " would be done later because of it.";
    }
}
