package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.RequestId;
import io.redress.department.application.CooperationView;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.UnfitView;
import io.redress.department.domain.Charters;
import io.redress.department.domain.Completeness;
import io.redress.department.domain.Completeness.Look;
import io.redress.department.domain.Cooperation;
import io.redress.department.domain.CooperationCommand;
import io.redress.department.domain.CooperationCommand.AnswerInformally;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.Request;
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
    private final Completeness completeness;

    CooperationEndpoint(DepartmentCases cases, Charters charters) {
        this.cases = cases;
        this.completeness = new Completeness(charters);
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
            @RequestBody QuestionAnswerBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        AnswerQuestion command = new AnswerQuestion(
                id,
                questionId,
                CooperationAccess.speaker(caller),
                Objects.requireNonNullElse(body.text(), ""),
                FieldsBody.given(body.fields()));
        return cases.submit(
                        Submission.<DepartmentCommand>of(id.value(), command).tracedBy(traceparent))
                .map(outcome -> answered(id, caller, command, outcome));
    }

    private ResponseEntity<CooperationView> answered(
            CaseId id, Caller caller, AnswerQuestion command, Outcome<DepartmentCase, DepartmentFact> outcome) {
        if (outcome instanceof Outcome.Rejected<DepartmentCase, DepartmentFact>(var code, var _, var view)
                && code.equals("unfit-request")) {
            throw unfit(view.state(), command);
        }
        return Answers.written(CooperationAccess.written(outcome), CooperationAccess.body(id, outcome, caller));
    }

    private Refusal unfit(DepartmentCase state, AnswerQuestion command) {
        Cooperation.Question question = state.cooperation().question(command.questionId());
        Request request =
                question == null ? null : state.request(question.reply().requestId());
        if (question == null || !(request instanceof Request.Incomplete lacking)) {
            throw Refusal.notFound();
        }
        Request.Ask ask = lacking.ask();
        Look look = completeness.look(state, lacking, command.given());
        RequestId forRequest = question.to().isDepartment() ? ask.parent() : null;
        return FieldsBody.refusal(look, UnfitView.of(ask.department(), command.caseId(), forRequest, look));
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
