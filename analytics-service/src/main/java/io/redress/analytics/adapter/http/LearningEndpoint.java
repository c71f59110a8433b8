package io.redress.analytics.adapter.http;

import io.redress.analytics.application.JourneyDefinition;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyFact;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The customer's rating and the review of one case. */
@RestController
class LearningEndpoint {
    private static final String TRACE_PARENT = "traceparent";

    private final CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;

    LearningEndpoint(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes) {
        this.lanes = lanes;
    }

    @GetMapping("/api/v1/cases/{id}/review")
    Mono<ResponseEntity<ReviewView>> review(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return JourneyAccess.visible(lanes, id, caller, atLeast)
                .map(view -> Answers.seen(view.version(), ReviewView.of(view).orElseThrow(Refusal::notFound)));
    }

    @PostMapping("/api/v1/cases/{id}/survey")
    Mono<ResponseEntity<ReviewView>> rate(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            @RequestBody SurveyBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return JourneyAccess.visible(lanes, id, caller, atLeast).flatMap(_ -> written(id, body.command(), traceparent));
    }

    @PostMapping("/api/v1/cases/{id}/review")
    Mono<ResponseEntity<ReviewView>> complete(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            @RequestBody ReviewBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return JourneyAccess.visible(lanes, id, caller, atLeast)
                .flatMap(_ -> written(id, body.command(caller.subject()), traceparent));
    }

    private Mono<ResponseEntity<ReviewView>> written(CaseId id, JourneyCommand command, String traceparent) {
        return lanes.submit(Submission.of(id.value(), command).tracedBy(traceparent))
                .map(outcome -> {
                    if (outcome
                            instanceof Outcome.Rejected<Journey, JourneyFact>(String code, String why, var current)) {
                        throw Refusal.conflict(code, why, ReviewView.word(current));
                    }
                    CaseView<Journey> after = Outcomes.accepted(outcome).view();
                    return Answers.written(
                            Outcomes.written(after, JourneyDefinition.STREAM),
                            ReviewView.of(after).orElseThrow());
                });
    }
}
