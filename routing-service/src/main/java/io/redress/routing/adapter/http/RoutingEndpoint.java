package io.redress.routing.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.CaseStore;
import io.redress.contracts.CaseId;
import io.redress.routing.application.RoutingHistory;
import io.redress.routing.application.RoutingView;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Why a case went to whom, for whoever may see the case. */
@RestController
class RoutingEndpoint {
    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;

    RoutingEndpoint(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes) {
        this.lanes = lanes;
    }

    @GetMapping("/api/v1/cases/{id}/routing")
    Mono<ResponseEntity<RoutingView>> explain(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .flatMap(view -> Mono.fromSupplier(() -> visible(view, caller))
                        .flatMap(seen -> history(id).map(seen::with))
                        .map(seen -> Answers.seen(view.version(), seen)));
    }

    private Mono<List<RoutingHistory.Decision>> history(CaseId id) {
        return lanes.log(id.value(), 1, CaseStore.MAX_BATCH).map(RoutingHistory::decisions);
    }

    static RoutingView visible(CaseView<RoutingState> view, Caller caller) {
        return RoutingView.of(view)
                .filter(it -> maySee(view.state(), it, caller))
                .orElseThrow(Refusal::notFound);
    }

    private static boolean maySee(RoutingState state, RoutingView view, Caller caller) {
        return caller.isAny("consultant", "supervisor", "auditor")
                || (caller.is("frontline") && caller.subject().equals(RoutingView.submitter(state)))
                || caller.departments().stream().anyMatch(view::involves);
    }
}
