package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.application.RequestView;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.Request;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a department says about the date of a request. */
@RestController
class DateEndpoint {
    private final DepartmentCases cases;

    DateEndpoint(DepartmentCases cases) {
        this.cases = cases;
    }

    @PostMapping("/api/v1/departments/{code}/requests/{requestId}/deviations")
    Mono<ResponseEntity<RequestView>> deviate(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody DeviationBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Access.toReply(caller, code);
        return said(body.reply(key.value(), requestId, code), "/newDueAt", traceparent);
    }

    @PostMapping("/api/v1/departments/{code}/requests/{requestId}/estimate")
    Mono<ResponseEntity<RequestView>> estimate(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody EstimateBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Access.toReply(caller, code);
        return said(body.reply(key.value(), requestId, code), "/dueAt", traceparent);
    }

    private Mono<ResponseEntity<RequestView>> said(DepartmentReply.OnRequest reply, String date, String traceparent) {
        DepartmentCommand command = new DepartmentCommand.Reply(reply);
        return cases.submit(Submission.of(reply.caseId().value(), command).tracedBy(traceparent))
                .map(outcome -> answer(outcome, reply, date));
    }

    private static ResponseEntity<RequestView> answer(
            Outcome<DepartmentCase, DepartmentFact> outcome, DepartmentReply.OnRequest reply, String date) {
        if (outcome instanceof Outcome.Rejected<DepartmentCase, DepartmentFact>(var code, var why, var view)) {
            throw refusal(code, why, date, its(view, reply));
        }
        Outcome.Accepted<DepartmentCase, DepartmentFact> accepted = Outcomes.accepted(outcome);
        CaseView<DepartmentCase> view = accepted.view();
        Answers.Written now = Outcomes.written(view, DepartmentDefinition.STREAM);
        Request request = its(view, reply);
        if (request == null) {
            throw Refusal.notFound();
        }
        return Answers.created(
                URI.create("/api/v1/departments/" + reply.department() + "/requests/" + reply.requestId()),
                new Answers.Written(
                        now.caseId(),
                        now.revision(),
                        now.positions(),
                        accepted.events().isEmpty()),
                RequestView.of(view.state(), request));
    }

    private static Refusal refusal(String code, String why, String date, @Nullable Request request) {
        if (request == null) {
            return Refusal.notFound();
        }
        return switch (code) {
            case "reply-id-reused" -> Refusal.unprocessable("idempotency-key-reused", why + ".");
            case "no-honest-date" -> Refusal.unprocessable(List.of(new Reason(date, why + ".")));
            case "reason-missing" -> Refusal.unprocessable(List.of(new Reason("/reason", why + ".")));
            default -> Refusal.conflict(code, why + ".", RequestView.stateOf(request));
        };
    }

    /** Another department's request does not exist for this one. */
    private static @Nullable Request its(CaseView<DepartmentCase> view, DepartmentReply.OnRequest reply) {
        Request request = view.state().request(reply.requestId());
        return request != null && request.ask().department().equals(reply.department()) ? request : null;
    }
}
