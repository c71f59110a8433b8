package io.redress.routing.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.routing.domain.Absence;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.Away;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.Silence;
import java.time.Instant;
import java.util.List;

/** How absences are found, and the waits on somebody who goes away. */
public final class SilenceEntries {
    /** Absences: {@link #CURRENT} ones, those that will be over first at the beginning, and {@link #PAST} ones, the latest first. */
    public static final String ABSENCES = "absences";

    public static final String CURRENT = "current";
    public static final String PAST = "past";

    /** Cases that wait for a party of whom no deputy was asked yet; the longest wait first. */
    static final String WAITED_ON = "waited-on";

    private static final int MOST_CHARACTERS = 200;

    private SilenceEntries() {}

    static List<IndexEntry> of(RoutingState state) {
        return switch (state) {
            case Routed routed ->
                routed.silences().speaking().stream()
                        .filter(it -> it.stage().compareTo(Silence.Stage.DEPUTY_ASKED) < 0)
                        .filter(it -> it.on().value().length() <= MOST_CHARACTERS)
                        .map(it -> IndexEntry.sorted(WAITED_ON, it.on().value(), sort(it.since())))
                        .distinct()
                        .toList();
            case Away(Absence absence, var endedAt)
            when endedAt == null -> List.of(IndexEntry.sorted(ABSENCES, CURRENT, sort(absence.until())));
            case Away(var _, var endedAt) -> List.of(IndexEntry.sorted(ABSENCES, PAST, latestFirst(endedAt)));
            case RoutingState.CaseState _, RoutingState.Document _ -> List.of();
        };
    }

    private static String sort(Instant at) {
        return String.format("%016x", at.toEpochMilli());
    }

    private static String latestFirst(Instant at) {
        return String.format("%016x", Long.MAX_VALUE - at.toEpochMilli());
    }
}
