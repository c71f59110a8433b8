package io.redress.routing.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.Wait;
import io.redress.routing.domain.WaitGraph;
import io.redress.routing.domain.Waiting.Circle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The look-ups by which a department finds who waits for it, and everybody the circles. */
final class WaitEntries {
    private WaitEntries() {}

    static List<IndexEntry> of(RoutingState state) {
        Map<String, Instant> since = new TreeMap<>();
        for (Wait wait : WaitGraph.of(state).waits()) {
            if (wait.on().isDepartment()) {
                since.merge(wait.on().id(), wait.since(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        List<IndexEntry> entries = new ArrayList<>(since.size() + 1);
        since.forEach(
                (code, at) -> entries.add(IndexEntry.sorted(RoutingDefinition.BY_WAITED_ON, code, earliestFirst(at))));
        RoutingState.waiting(state).circles().stream()
                .map(Circle::foundAt)
                .min(Comparator.naturalOrder())
                .ifPresent(at -> entries.add(IndexEntry.sorted(
                        RoutingDefinition.BY_WAIT_CYCLE, RoutingDefinition.FOUND, earliestFirst(at))));
        return entries;
    }

    private static String earliestFirst(Instant at) {
        return String.format("%016x", at.toEpochMilli());
    }
}
