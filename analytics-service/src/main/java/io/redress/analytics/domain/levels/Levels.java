package io.redress.analytics.domain.levels;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How a case was served inside, and what became of its customer. Both count together, in the week in which the case was
 * closed first, so that the two levels are those of the same cases (R73).
 *
 * @param served by request; at most {@value #MOST}
 * @param week its Monday (UTC); absent until the case is over
 * @param satisfied in the customer's word; absent where it said nothing
 * @param score of the survey; absent until given
 */
public record Levels(
        Map<String, Served> served,
        @Nullable LocalDate week,
        @Nullable Boolean satisfied,
        @Nullable Integer score,
        Standing standing) {
    /** A case with more requests says nothing about usual service. */
    static final int MOST = 100;

    /** From this score on a customer who said nothing else is satisfied. */
    private static final int GOOD_SCORE = 4;

    /** Nothing is known of the case. */
    public static final Levels NONE = new Levels(Map.of(), null, null, null, Standing.NEVER);

    public Levels {
        served = Map.copyOf(served);
    }

    /** A request is answered. */
    public Levels answered(String request, String department, @Nullable Boolean onTime) {
        return changed(request, department, it -> it.answeredOnTime(onTime));
    }

    /** A request is declined. */
    public Levels declined(String request, String department) {
        return changed(request, department, Served::declinedByIt);
    }

    /** An answer has gone back. */
    public Levels sentBack(String request, String department) {
        return changed(request, department, Served::wentBack);
    }

    /** Whoever asked has said how it was; the last word counts. */
    public Levels rated(String request, String department, boolean onTime, boolean complete) {
        return changed(request, department, it -> it.rated(onTime, complete));
    }

    private Levels changed(String request, String department, UnaryOperator<Served> change) {
        Served known = served.getOrDefault(request, Served.by(department));
        if (served.size() >= MOST && !served.containsKey(request)) {
            return this;
        }
        Map<String, Served> next = new HashMap<>(served);
        next.put(request, change.apply(known));
        return new Levels(next, week, satisfied, score, standing);
    }

    /** The case is over; where it was opened again, the first time counts. */
    public Levels closed(Instant at, @Nullable Boolean isSatisfied) {
        return week != null
                ? this
                : new Levels(
                        served,
                        LocalDate.ofInstant(at, ZoneOffset.UTC)
                                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
                        isSatisfied,
                        score,
                        standing);
    }

    /** The customer has answered the survey. */
    public Levels scored(int given) {
        return new Levels(served, week, satisfied, given, standing);
    }

    /** Once it stands in the numbers like that. */
    public Levels after(Standing now) {
        return new Levels(served, week, satisfied, score, now);
    }

    /** As what it should stand in the numbers of its week, by department; empty before it is over. */
    public Map<String, Tally> toCount() {
        if (week == null) {
            return Map.of();
        }
        Map<String, Tally> tallies = new TreeMap<>();
        served.values().stream()
                .filter(it -> it.answered() || it.declined())
                .forEach(it -> tallies.merge(it.department(), it.tally(), Tally::plus));
        Tally outcome = outcome();
        tallies.replaceAll((_, inside) -> inside.plus(outcome));
        return tallies;
    }

    /** Whether the numbers do not show it as it is. */
    public boolean isUncounted() {
        return !toCount().equals(standing.tallies());
    }

    private Tally outcome() {
        Boolean good = satisfied != null || score == null ? satisfied : Boolean.valueOf(score >= GOOD_SCORE);
        int judged = good == null ? 0 : 1;
        int liked = Boolean.TRUE.equals(good) ? 1 : 0;
        int well = served.values().stream().allMatch(Served::isWell) ? 1 : 0;
        return new Tally(
                1,
                judged,
                liked,
                well,
                well * judged,
                well * liked,
                score == null ? 0 : 1,
                score == null ? 0 : score,
                0,
                0,
                0,
                0,
                0,
                0,
                0);
    }
}
