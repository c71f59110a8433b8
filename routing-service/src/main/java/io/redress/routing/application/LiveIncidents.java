package io.redress.routing.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.IndexQuery;
import io.redress.routing.domain.Incident;
import io.redress.routing.domain.Incident.Status;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.util.List;
import reactor.core.publisher.Mono;

/** The incidents that are not over, as they were a moment ago; every instance looks for itself. */
public final class LiveIncidents {
    /** Nobody handles more mass problems at once. */
    private static final int MOST = 200;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private volatile List<Incident> live = List.of();

    public LiveIncidents(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, MeterRegistry registry) {
        this.lanes = lanes;
        registry.gauge("redress_incidents_open", this, it -> it.open().size());
    }

    /** Those that cases join. */
    List<Incident> open() {
        return live.stream().filter(it -> it.status() == Status.OPEN).toList();
    }

    Mono<Void> refresh() {
        return lanes.find(IndexQuery.first(IncidentEntries.INCIDENTS, IncidentEntries.LIVE, MOST))
                .doOnNext(page -> live = page.cases().stream()
                        .flatMap(view -> IncidentEntries.incident(view.state()).stream())
                        .toList())
                .then();
    }
}
