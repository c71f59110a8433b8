package io.redress.routing.application;

import io.redress.chassis.store.PendingEvent;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.Wire;
import io.redress.routing.domain.bursts.Sighting;
import io.redress.routing.domain.bursts.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * Collects what was routed until it is counted. Kept in memory only: what a crash loses, or a full queue turns away, is
 * missing in a count of hundreds and changes no burst. Who belongs to an incident is found in the store instead.
 */
public final class SeenComplaints implements Consumer<List<PendingEvent>> {
    private static final int MOST = 50_000;
    private static final String ROUTED = EventTypes.wireName(CaseRouted.class);

    private final BlockingQueue<Sighting> seen = new ArrayBlockingQueue<>(MOST);

    @Override
    public void accept(List<PendingEvent> events) {
        for (PendingEvent event : events) {
            if (event.type().equals(ROUTED) && event.stream().equals(RoutingDefinition.STREAM)) {
                note((CaseRouted) Wire.read(event.type(), event.payload()));
            }
        }
    }

    private void note(CaseRouted routing) {
        Instant at = routing.receivedAt() == null ? routing.routedAt() : routing.receivedAt();
        IncidentEntries.signature(routing).ifPresent(what -> seen.offer(Sighting.one(what, at)));
    }

    /** Takes out all there is; the same signature in the same minute as one. */
    List<Sighting> drained() {
        List<Sighting> all = new ArrayList<>();
        seen.drainTo(all);
        Map<Minute, Integer> counted = new HashMap<>();
        all.forEach(it -> counted.merge(
                new Minute(it.what(), it.at().truncatedTo(ChronoUnit.MINUTES)), it.count(), Integer::sum));
        return counted.entrySet().stream()
                .map(it -> new Sighting(it.getKey().what(), it.getKey().at(), it.getValue()))
                .toList();
    }

    private record Minute(Signature what, Instant at) {}
}
