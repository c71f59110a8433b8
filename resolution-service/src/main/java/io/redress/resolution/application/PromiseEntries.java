package io.redress.resolution.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.resolution.domain.Assurances;
import io.redress.resolution.domain.OrderWalk;
import io.redress.resolution.domain.Progress;
import io.redress.resolution.domain.Promises;
import io.redress.resolution.domain.ResolutionCase;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where cases are found by what they promise. */
public final class PromiseEntries {
    /** Open promises by what they rest on, the oldest first. */
    public static final String RESTS_ON = "promises-on";
    /**
     * Cases with promises that slip, by whose part it is; under {@link #ALL} all of them. Of what was told last comes
     * first. A promise that is not open any more counts until its case is closed, so that what was told of it can be read.
     */
    public static final String SLIPPING = "promises-slipping";
    /** Promises by the week in which they were made. */
    public static final String IN_WEEK = "promises-week";
    /** Impossible orders whose customers are still being told. */
    public static final String WALKING = "orders-walking";

    public static final String ALL = "all";

    private PromiseEntries() {}

    static List<IndexEntry> of(ResolutionState state) {
        return state instanceof OrderWalk walk ? walking(walk) : of(ResolutionRules.caseOf(state));
    }

    /** ISO 8601 week in UTC, as in {@code 2026-W47}. */
    public static String week(Instant at) {
        var day = at.atZone(ZoneOffset.UTC).toLocalDate();
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static List<IndexEntry> walking(OrderWalk walk) {
        return walk.endedAt() == null
                ? List.of(IndexEntry.sorted(WALKING, ALL, sort(walk.order().declaredAt())))
                : List.of();
    }

    private static List<IndexEntry> of(ResolutionCase known) {
        Assurances assurances = known.assurances();
        Promises promises = assurances.promises();
        return Stream.of(
                        promises.open().stream()
                                .flatMap(it -> promises.restsOn(it, assurances.membership()).stream()
                                        .map(on -> IndexEntry.sorted(
                                                RESTS_ON, on, sort(it.made().madeAt())))),
                        slipping(promises.all().stream()
                                .filter(it -> it.open() || !(known.progress() instanceof Progress.Closed))
                                .flatMap(it -> it.slips().stream())
                                .toList()),
                        promises.all().stream()
                                .map(it -> week(it.made().madeAt()))
                                .distinct()
                                .map(it -> IndexEntry.sorted(IN_WEEK, it, "")))
                .flatMap(it -> it)
                .distinct()
                .toList();
    }

    /** One entry for each reader, by the latest that was told them, however many promises of the case slip. */
    private static Stream<IndexEntry> slipping(List<PromiseInfeasible> slips) {
        Map<String, Instant> latest = new TreeMap<>();
        for (PromiseInfeasible slip : slips) {
            for (String reader : List.of(ALL, "department:" + slip.department().value())) {
                latest.merge(reader, slip.toldAt(), PromiseEntries::later);
            }
        }
        return latest.entrySet().stream()
                .map(it -> IndexEntry.sorted(SLIPPING, it.getKey(), latestFirst(it.getValue())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String sort(Instant at) {
        return String.format(Locale.ROOT, "%019d", at.toEpochMilli());
    }

    private static String latestFirst(Instant at) {
        return String.format(Locale.ROOT, "%019d", Long.MAX_VALUE - at.toEpochMilli());
    }
}
