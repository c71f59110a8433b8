package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.department.application.CooperationView;
import io.redress.department.application.DepartmentCases;
import io.redress.department.domain.CooperationCommand;
import io.redress.department.domain.CooperationCommand.AnswerInformally;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCommand;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A case as all its departments see it, and the answers to what they ask of each other. */
@RestController
class CooperationEndpoint {
    private final DepartmentCases cases;

    CooperationEndpoint(DepartmentCases cases) {
        this.cases = cases;
    }

    @GetMapping("/api/v1/cases/{id}/cooperation")
    Mono<ResponseEntity<CooperationView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return cases.read(id.value(), atLeast.values()).map(view -> {
            CooperationView seen = CooperationAccess.seen(id, view.state(), caller);
            if (!view.exists() || seen.isEmpty() && !CooperationAccess.seesAll(caller)) {
                throw Refusal.notFound();
            }
            return Answers.seen(view.version(), seen);
        });
    }

    @PostMapping("/api/v1/cases/{id}/questions/{questionId}/answer")
    Mono<ResponseEntity<CooperationView>> answer(
            @PathVariable CaseId id,
            @PathVariable String questionId,
            @RequestBody AnswerTextBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        return said(
                id,
                caller,
                new AnswerQuestion(
                        id, questionId, CooperationAccess.speaker(caller), Objects.requireNonNull(body.text())),
                traceparent);
    }

    @PostMapping("/api/v1/cases/{id}/informal-questions/{questionId}/answer")
    Mono<ResponseEntity<CooperationView>> answerInformally(
            @PathVariable CaseId id,
            @PathVariable String questionId,
            @RequestBody AnswerTextBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        return said(
                id,
                caller,
                new AnswerInformally(
                        id, questionId, CooperationAccess.speaker(caller), Objects.requireNonNull(body.text())),
                traceparent);
    }

    private Mono<ResponseEntity<CooperationView>> said(
            CaseId id, Caller caller, CooperationCommand command, String traceparent) {
        return cases.submit(
                        Submission.<DepartmentCommand>of(id.value(), command).tracedBy(traceparent))
                .map(outcome -> Answers.written(
                        CooperationAccess.written(outcome), CooperationAccess.body(id, outcome, caller)));
    }
}
