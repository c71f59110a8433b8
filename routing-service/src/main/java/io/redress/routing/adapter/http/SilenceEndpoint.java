package io.redress.routing.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.routing.application.RoutingView;
import io.redress.routing.application.SilenceView;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.SilenceSpeaks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who of a case is silent, for those who work on it; a client hears what the customer hears. */
@RestController
class SilenceEndpoint {
    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final SilenceSpeaks silence;

    SilenceEndpoint(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, SilenceSpeaks silence) {
        this.lanes = lanes;
        this.silence = silence;
    }

    @GetMapping("/api/v1/cases/{id}/silence")
    Mono<ResponseEntity<SilenceView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values()).map(view -> {
            if (!maySee(view, caller)) {
                throw Refusal.notFound();
            }
            return Answers.seen(view.version(), SilenceView.of(view, silence));
        });
    }

    private static boolean maySee(CaseView<RoutingState> view, Caller caller) {
        return RoutingView.of(view)
                .filter(it -> caller.isAny("consultant", "supervisor", "auditor")
                        || caller.departments().stream().anyMatch(it::involves))
                .isPresent();
    }
}
