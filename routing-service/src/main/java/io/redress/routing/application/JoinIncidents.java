package io.redress.routing.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.routing.domain.Incident;
import io.redress.routing.domain.IncidentCommand.JoinIncident;
import io.redress.routing.domain.IncidentDocuments;
import io.redress.routing.domain.IncidentState.Membership;
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
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Walks along the cases that have an open incident's signature, page by page, and has each join: those that were routed
 * before the incident opened first, late ones at the end. Where the walks stand is kept in memory only: joining twice is
 * joining once, so after a restart they simply begin again.
 */
public final class JoinIncidents {
    private static final int PAGE = 500;
    private static final int AT_ONCE = 250;
    /** The other things that are looked for wait meanwhile. */
    private static final int MOST_PAGES = 10;
    /** Where hardly anybody is expected to be found, a step is short. */
    private static final int MOST_PAGES_AGAIN = 4;

    private static final int MOST_REMEMBERED = 200_000;
    /** A case that belongs to another incident may be found to be none of that one. */
    private static final Duration ELSEWHERE_FOR = Duration.ofMinutes(5);

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final LiveIncidents live;
    private final InstantSource clock;
    private final Map<IncidentId, IncidentWalks> walks = new HashMap<>();
    private final Cache<Asked, Boolean> settled =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();
    private final Cache<Asked, Boolean> elsewhere = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(ELSEWHERE_FOR)
            .build();

    public JoinIncidents(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, LiveIncidents live, InstantSource clock) {
        this.lanes = lanes;
        this.live = live;
        this.clock = clock;
    }

    /** One step along all open incidents. Called by one thread, one step after the other. */
    Mono<Void> step() {
        List<Incident> open = live.open();
        walks.keySet().retainAll(open.stream().map(Incident::id).toList());
        return Flux.fromIterable(open)
                .concatMap(it -> repeated(newest(it), MOST_PAGES).then(repeated(again(it), MOST_PAGES_AGAIN)))
                .then();
    }

    /** Until a page is the last one; no page is kept while the next is read. */
    private static Mono<Void> repeated(Mono<Boolean> page, int most) {
        return page.repeat(most - 1).takeUntil(isLast -> isLast).then();
    }

    private Mono<Boolean> newest(Incident incident) {
        return Mono.defer(() -> {
            Instant asked = clock.instant();
            IncidentWalks of = walks.computeIfAbsent(incident.id(), _ -> IncidentWalks.begin(incident, asked));
            return page(incident, of.newest()).map(next -> {
                walks.put(incident.id(), next.isEmpty() ? of.atEnd(incident, asked) : of.newest(next));
                return next.isEmpty();
            });
        });
    }

    private Mono<Boolean> again(Incident incident) {
        return Mono.defer(() -> {
            IncidentWalks of = Objects.requireNonNull(walks.get(incident.id())).againBy(incident, clock.instant());
            if (!of.isAgain()) {
                return Mono.just(true);
            }
            return page(incident, of.again()).map(next -> {
                walks.put(incident.id(), of.again(next));
                return next.isEmpty();
            });
        });
    }

    /** Has all on that page join; where the next one begins, empty at the end. */
    private Mono<String> page(Incident incident, String after) {
        var query = new IndexQuery(
                IncidentEntries.BY_SIGNATURE, incident.signature().key(), after, PAGE);
        return lanes.find(query, id -> isNew(new Asked(id, incident.id())))
                .flatMap(page -> join(incident, page.cases()).thenReturn(page.next()));
    }

    private boolean isNew(Asked asked) {
        return settled.getIfPresent(asked) == null && elsewhere.getIfPresent(asked) == null;
    }

    private Mono<Void> join(Incident incident, List<CaseView<RoutingState>> cases) {
        return Flux.fromIterable(cases)
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
                .ofType(Outcome.Accepted.class)
                .doOnNext(it -> (belongsElsewhere(it.view().state(), incident) ? elsewhere : settled)
                        .put(new Asked(caseId.value(), incident.id()), true))
                .then();
    }

    private static boolean belongsElsewhere(Object state, Incident incident) {
        return state instanceof Membership it && it.now() != null && !it.now().equals(incident.id());
    }

    /** A case may have what two incidents are about, and then both pass it. */
    private record Asked(String caseId, IncidentId incident) {}
}
