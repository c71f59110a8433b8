package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How what was chosen is carried out, and what of it was undone. */
@RestController
class ExecutionEndpoint {
    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    ExecutionEndpoint(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        this.lanes = lanes;
    }

    @GetMapping("/api/v1/cases/{id}/execution")
    Mono<ResponseEntity<ExecutionView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.exists() && WhoMaySee.resolution(ResolutionRules.caseOf(view.state()), caller))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .map(view -> Answers.seen(view.version(), ExecutionView.of(view)));
    }
}
