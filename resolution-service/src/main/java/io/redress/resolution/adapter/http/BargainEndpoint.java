package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.ClearanceCommand.Haggle;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the customer says instead of choosing: none of it, or something else. */
@RestController
class BargainEndpoint {
    private static final String TRACE_PARENT = "traceparent";

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    BargainEndpoint(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        this.lanes = lanes;
    }

    @PostMapping("/api/v1/cases/{id}/decline")
    Mono<ResponseEntity<ResolutionView>> decline(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody DeclineBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return said(id, caller, atLeast, seen, new Haggle(body.bargain(caller.subject())), traceparent);
    }

    @PostMapping("/api/v1/cases/{id}/counter")
    Mono<ResponseEntity<ResolutionView>> counter(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody CounterBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return said(id, caller, atLeast, seen, new Haggle(body.bargain(caller.subject())), traceparent);
    }

    private Mono<ResponseEntity<ResolutionView>> said(
            CaseId id, Caller caller, Positions atLeast, ExpectedRevision seen, Haggle haggle, String traceparent) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.exists() && WhoMaySee.resolution(ResolutionRules.caseOf(view.state()), caller))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .flatMap(view -> {
                    // A client that never got the first answer sends an old revision again.
                    if (!haggle.isMadeIn(ResolutionRules.caseOf(view.state()))) {
                        seen.orRefuse(view.version());
                    }
                    return lanes.submit(Submission.of(id.value(), (ResolutionCommand) haggle)
                            .expecting(view.version())
                            .tracedBy(traceparent));
                })
                .map(BargainEndpoint::written);
    }

    private static ResponseEntity<ResolutionView> written(Outcome<ResolutionState, ResolutionFact> outcome) {
        if (outcome
                instanceof
                Outcome.Rejected<ResolutionState, ResolutionFact>(String code, String explanation, var view)) {
            throw Refusal.conflict(
                    code,
                    explanation,
                    ResolutionView.word(ResolutionRules.caseOf(view.state()).progress()));
        }
        CaseView<ResolutionState> after = Outcomes.accepted(outcome).view();
        return Answers.written(Outcomes.written(after, ResolutionDefinition.STREAM), ResolutionView.of(after));
    }
}
