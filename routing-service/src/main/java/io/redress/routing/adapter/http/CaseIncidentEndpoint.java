package io.redress.routing.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.routing.adapter.http.IncidentView.CaseModeView;
import io.redress.routing.domain.Incident;
import io.redress.routing.domain.IncidentState.Membership;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Of every case it can be read whether its remedy waits for approval, and who decided that why (R112). */
@RestController
class CaseIncidentEndpoint {
    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final HandleIncidents incidents;

    CaseIncidentEndpoint(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, HandleIncidents incidents) {
        this.lanes = lanes;
        this.incidents = incidents;
    }

    @GetMapping("/api/v1/cases/{id}/incident")
    Mono<ResponseEntity<CaseModeView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .doOnNext(view -> RoutingEndpoint.visible(view, caller))
                .flatMap(_ -> incidents.membership(id))
                .flatMap(view -> view.state() instanceof Membership(var _, var now, var since, var _) && now != null
                        ? member(id, now, since).map(body -> Answers.seen(view.version(), body))
                        : Mono.just(Answers.seen(view.version(), alone(id))));
    }

    private Mono<CaseModeView> member(CaseId id, IncidentId incident, @Nullable Instant since) {
        return incidents.read(incident).map(HandleIncidents::incident).map(it -> decided(id, it, since));
    }

    private static CaseModeView decided(CaseId id, Incident incident, @Nullable Instant since) {
        return incident.decisions().reversed().stream()
                .filter(it -> it.what().startsWith("mode:"))
                .findFirst()
                .map(it -> new CaseModeView(
                        id.value(),
                        incident.mode() == null ? ExecutionMode.APPROVE_FIRST : incident.mode(),
                        it.reason(),
                        it.by(),
                        incident.id(),
                        since))
                .orElseGet(() -> alone(id));
    }

    private static CaseModeView alone(CaseId id) {
        return new CaseModeView(
                id.value(),
                ExecutionMode.APPROVE_FIRST,
                "The case belongs to no incident: the customer chooses, then it is done.",
                "policy",
                null,
                null);
    }
}
