package io.redress.routing.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.routing.domain.Incident;
import io.redress.routing.domain.IncidentCommand.JoinIncident;
import io.redress.routing.domain.IncidentDocuments;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Walks along the cases that have an open incident's signature, page by page, and has each join. Those that were routed
 * before the incident opened come first, late ones at the end, so one walk is enough for both. Where the walk stands is
 * kept in memory only: joining twice is joining once, so after a restart it simply begins again; and it does so now and
 * then by itself, for cases that got the signature later than their place in the order says.
 */
public final class JoinIncidents {
    private static final int PAGE = 500;
    private static final int PAGES_AT_ONCE = 20;
    private static final int AT_ONCE = 250;
    private static final int MOST_REMEMBERED = 200_000;
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(2);
    /** A write that was decided earlier may be stored later; nothing takes longer. */
    private static final Duration OVERTAKING = Duration.ofSeconds(30);

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final LiveIncidents live;
    private final InstantSource clock;
    private final Map<IncidentId, Place> places = new HashMap<>();
    private final Cache<String, IncidentId> joined =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    public JoinIncidents(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, LiveIncidents live, InstantSource clock) {
        this.lanes = lanes;
        this.live = live;
        this.clock = clock;
    }

    /** One step along all open incidents. Called by one thread, one step after the other. */
    Mono<Void> step() {
        List<Incident> open = live.open();
        places.keySet().retainAll(open.stream().map(Incident::id).toList());
        return Flux.fromIterable(open)
                .concatMap(it -> along(it, place(it), PAGES_AT_ONCE))
                .then();
    }

    private Place place(Incident incident) {
        Place place = places.get(incident.id());
        Instant now = clock.instant();
        return place == null || place.begun().plus(AGAIN_AFTER).isBefore(now)
                ? new Place(startOf(incident, incident.since()), now)
                : place;
    }

    private Mono<Void> along(Incident incident, Place place, int pages) {
        return lanes.find(new IndexQuery(
                        IncidentEntries.BY_SIGNATURE, incident.signature().key(), place.after(), PAGE))
                .flatMap(page -> join(incident, page.cases()).then(Mono.defer(() -> {
                    boolean end = page.next().isEmpty();
                    String after = end ? tail(incident) : page.next();
                    Place next = new Place(after, place.begun());
                    places.put(incident.id(), next);
                    return end || pages == 1 ? Mono.empty() : along(incident, next, pages - 1);
                })));
    }

    /** At the end the last moments are looked at once more. */
    private String tail(Incident incident) {
        Instant from = clock.instant().minus(OVERTAKING);
        return startOf(incident, from.isBefore(incident.since()) ? incident.since() : from);
    }

    private static String startOf(Incident incident, Instant from) {
        IndexEntry entry = IndexEntry.sorted(
                IncidentEntries.BY_SIGNATURE, incident.signature().key(), IncidentEntries.inOrder(from));
        return EntryKey.of("", entry).cursor();
    }

    private Mono<Void> join(Incident incident, List<CaseView<RoutingState>> cases) {
        return Flux.fromIterable(cases)
                .filter(view -> !incident.id().equals(joined.getIfPresent(view.id())))
                .filter(view -> belongs(incident, view.state()))
                .flatMap(view -> join(incident, new CaseId(view.id())), AT_ONCE)
                .then();
    }

    private static boolean belongs(Incident incident, RoutingState state) {
        if (!(state instanceof Routed routed)) {
            return false;
        }
        CaseRouted routing = routed.routing();
        Instant at = routing.receivedAt() == null ? routing.routedAt() : routing.receivedAt();
        return !at.isBefore(incident.since());
    }

    private Mono<Void> join(Incident incident, CaseId caseId) {
        return lanes.submit(Submission.of(IncidentDocuments.membershipOf(caseId), (RoutingCommand)
                        new JoinIncident(caseId, incident.id())))
                .doOnNext(_ -> joined.put(caseId.value(), incident.id()))
                .then();
    }

    /**
     * Where the walk along one incident stands.
     *
     * @param begun when it last began at the beginning
     */
    private record Place(String after, Instant begun) {}
}
