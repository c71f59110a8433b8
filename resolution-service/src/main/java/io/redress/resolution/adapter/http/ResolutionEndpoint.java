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
import io.redress.resolution.application.KeepReservations;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.Progress;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.Close;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was proposed, and the customer's say in it. */
@RestController
class ResolutionEndpoint {
    /** What this service can be asked to have applied. */
    private static final String TRACE_PARENT = "traceparent";

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final KeepReservations reservations;

    ResolutionEndpoint(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, KeepReservations reservations) {
        this.lanes = lanes;
        this.reservations = reservations;
    }

    @GetMapping("/api/v1/cases/{id}/resolution")
    Mono<ResponseEntity<ResolutionView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return visible(id, caller, atLeast).map(view -> Answers.seen(view.version(), ResolutionView.of(view)));
    }

    @PostMapping("/api/v1/cases/{id}/choice")
    Mono<ResponseEntity<ResolutionView>> choose(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody ChoiceBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        Choose choose = body.command(caller.subject());
        return visible(id, caller, atLeast).flatMap(view -> {
            // A client that never got the first answer sends an old revision again; that must not look like a conflict.
            if (!choose.isHeardIn(ResolutionRules.caseOf(view.state()))) {
                seen.orRefuse(view.version());
            }
            return written(Submission.of(id.value(), (ResolutionCommand) choose)
                            .expecting(view.version())
                            .tracedBy(traceparent))
                    .flatMap(answer -> onceTaken(id, choose, answer));
        });
    }

    /** What is held for an option is taken before it is chosen; whoever waits for the answer is told how that went. */
    private Mono<ResponseEntity<ResolutionView>> onceTaken(
            CaseId id, Choose choose, ResponseEntity<ResolutionView> answer) {
        ResolutionView body = answer.getBody();
        if (body == null || !body.state().equals("proposed")) {
            return Mono.just(answer);
        }
        return reservations.settle(id.value()).map(view -> {
            Progress progress = ResolutionRules.caseOf(view.state()).progress();
            if (!choose.isMadeIn(progress)) {
                throw Refusal.conflict(
                        "option-unavailable",
                        "Expected an option of which there is enough, but it is gone; the proposal has changed.",
                        ResolutionView.word(progress));
            }
            return Answers.written(Outcomes.written(view, ResolutionDefinition.STREAM), ResolutionView.of(view));
        });
    }

    @PostMapping("/api/v1/cases/{id}/closure")
    Mono<ResponseEntity<ResolutionView>> close(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            @RequestBody ClosureBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        Close close = body.command();
        return visible(id, caller, atLeast)
                .flatMap(_ -> written(
                        Submission.of(id.value(), (ResolutionCommand) close).tracedBy(traceparent)));
    }

    private Mono<CaseView<ResolutionState>> visible(CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.exists() && WhoMaySee.resolution(ResolutionRules.caseOf(view.state()), caller))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private Mono<ResponseEntity<ResolutionView>> written(Submission<ResolutionCommand> submission) {
        return lanes.submit(submission).map(outcome -> {
            if (outcome
                    instanceof
                    Outcome.Rejected<ResolutionState, ResolutionFact>(String code, String explanation, var view)) {
                throw Refusal.conflict(
                        code,
                        explanation,
                        // What is open is told with ids, so that somebody can see to it.
                        code.equals("still-open")
                                ? OpenEnds.of(view.id(), ResolutionRules.caseOf(view.state()))
                                : ResolutionView.word(
                                        ResolutionRules.caseOf(view.state()).progress()));
            }
            CaseView<ResolutionState> after = Outcomes.accepted(outcome).view();
            return Answers.written(Outcomes.written(after, ResolutionDefinition.STREAM), ResolutionView.of(after));
        });
    }
}
