package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.contracts.IncidentEvent.BurstEvidence;
import io.redress.routing.domain.IncidentCommand;
import io.redress.routing.domain.IncidentCommand.CountComplaints;
import io.redress.routing.domain.IncidentCommand.NoteProposed;
import io.redress.routing.domain.IncidentCommand.ProposeIncident;
import io.redress.routing.domain.IncidentDocuments;
import io.redress.routing.domain.IncidentState.Counting;
import io.redress.routing.domain.IncidentState.Noticed;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.bursts.Burst;
import io.redress.routing.domain.bursts.Sighting;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has complaints counted, and an incident proposed for each burst; what a crash interrupts, the next step takes up. */
public final class ProposeIncidents {
    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final SeenComplaints seen;

    public ProposeIncidents(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, SeenComplaints seen) {
        this.lanes = lanes;
        this.seen = seen;
    }

    /** Counts what has come since the last step. */
    Mono<Void> step() {
        List<Sighting> sightings = seen.drained();
        Mono<CaseView<RoutingState>> counted = sightings.isEmpty()
                ? lanes.read(IncidentDocuments.COUNTING)
                : submit(IncidentDocuments.COUNTING, new CountComplaints(sightings))
                        .ofType(Outcome.Accepted.class)
                        .map(ProposeIncidents::view);
        return counted.flatMapMany(view -> Flux.fromIterable(open(view.state())))
                .concatMap(this::propose)
                .then();
    }

    @SuppressWarnings("unchecked") // What the lanes answer with is of their own type.
    private static CaseView<RoutingState> view(Outcome.Accepted<?, ?> accepted) {
        return (CaseView<RoutingState>) accepted.view();
    }

    private static List<Noticed> open(RoutingState state) {
        return state instanceof Counting(var _, var noticed)
                ? noticed.stream().filter(it -> !it.proposed()).toList()
                : List.of();
    }

    /** Where there is a live incident of the kind already, that is the one. */
    private Mono<Void> propose(Noticed noticed) {
        Burst burst = noticed.burst();
        var command = new ProposeIncident(
                noticed.incidentId(),
                burst.signature(),
                burst.since(),
                new BurstEvidence(burst.count(), burst.usual(), burst.score()),
                String.format(
                        Locale.ROOT,
                        "%d complaints since %s, where %.1f are usual.",
                        burst.count(),
                        burst.since(),
                        burst.usual()),
                null);
        return submit(IncidentDocuments.of(noticed.incidentId()), command)
                .then(submit(IncidentDocuments.COUNTING, new NoteProposed(noticed.incidentId())))
                .then();
    }

    private Mono<Outcome<RoutingState, RoutingFact>> submit(String document, IncidentCommand command) {
        return lanes.submit(Submission.of(document, command));
    }
}
