package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.IncidentId;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.IncidentRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.ApproveRemedy;
import io.redress.resolution.domain.RemedyPlan;
import io.redress.resolution.domain.RemedyTally;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What everybody affected by an incident receives: one person proposes it, another approves it. */
@RestController
class IncidentRemedyEndpoint {
    static final String PATH = "/api/v1/incidents/{id}/remedy";

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    IncidentRemedyEndpoint(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        this.lanes = lanes;
    }

    @GetMapping(PATH)
    Mono<ResponseEntity<IncidentRemedyView>> read(@PathVariable IncidentId id, Positions atLeast) {
        return known(id, atLeast).flatMap(view -> body(view).map(body -> Answers.seen(view.version(), body)));
    }

    /** Proposing the same again is proposing it once: an incident has one remedy. */
    @PostMapping(PATH)
    Mono<ResponseEntity<IncidentRemedyView>> propose(
            @PathVariable IncidentId id, Positions atLeast, @RequestBody IncidentRemedyBody body, Caller caller) {
        return known(id, atLeast).flatMap(_ -> written(Submission.of(id.value(), body.command(id, caller.subject()))));
    }

    @PostMapping(PATH + "/approval")
    Mono<ResponseEntity<IncidentRemedyView>> approve(
            @PathVariable IncidentId id, Positions atLeast, ExpectedRevision seen, Caller caller) {
        return known(id, atLeast).flatMap(view -> {
            // Who never got the first answer sends an old revision again; that must not look like a conflict.
            if (!isApprovedBy(caller, view)) {
                seen.orRefuse(view.version());
            }
            ResolutionCommand approve =
                    new ApproveRemedy(caller.subject(), caller.is(IncidentRemedyAccess.SENIOR_MANAGEMENT));
            return written(Submission.of(id.value(), approve).expecting(view.version()));
        });
    }

    private static boolean isApprovedBy(Caller caller, CaseView<ResolutionState> view) {
        return view.state() instanceof RemedyPlan plan
                && plan.approved() != null
                && plan.approved().by().equals(caller.subject());
    }

    private Mono<CaseView<ResolutionState>> known(IncidentId id, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.state() instanceof RemedyPlan)
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private Mono<ResponseEntity<IncidentRemedyView>> written(Submission<? extends ResolutionCommand> submission) {
        return lanes.submit(new Submission<ResolutionCommand>(
                        submission.caseId(),
                        submission.command(),
                        submission.expectedVersion(),
                        submission.traceparent()))
                .map(Outcomes::accepted)
                .flatMap(accepted -> body(accepted.view())
                        .map(body ->
                                Answers.written(Outcomes.written(accepted.view(), ResolutionDefinition.STREAM), body)));
    }

    private Mono<IncidentRemedyView> body(CaseView<ResolutionState> view) {
        return view.state() instanceof RemedyPlan plan
                ? lanes.read(IncidentRemedy.tallyOf(plan.incidentId()))
                        .map(tally ->
                                IncidentRemedyView.of(view, plan, RemedyTally.of(tally.state(), plan.incidentId())))
                : Mono.error(Refusal::notFound);
    }
}
