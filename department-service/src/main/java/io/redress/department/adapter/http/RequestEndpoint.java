package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Positions;
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
import io.redress.department.application.UnfitView;
import io.redress.department.domain.Charters;
import io.redress.department.domain.Completeness;
import io.redress.department.domain.Completeness.Look;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.Request;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One request, and what its department says about it. */
@RestController
class RequestEndpoint {

    private final DepartmentCases cases;

    private final Completeness completeness;

    RequestEndpoint(DepartmentCases cases, Charters charters) {
        this.cases = cases;
        this.completeness = new Completeness(charters);
    }

    /** JSON for whoever leaves the choice to us; other formats are asked for by name. */
    @GetMapping(
            path = "/api/v1/departments/{code}/requests/{requestId}",
            produces = {"application/json", "*/*"})
    Mono<ResponseEntity<RequestView>> read(
            @PathVariable DepartmentCode code, @PathVariable RequestId requestId, Caller caller, Positions atLeast) {
        Access.toRead(caller, code);
        return cases.read(requestId.caseId().value(), atLeast.values())
                .map(view -> Answers.seen(view.version(), RequestView.of(view.state(), its(view, code, requestId))));
    }

    @PostMapping("/api/v1/departments/{code}/requests/{requestId}/replies")
    Mono<ResponseEntity<RequestView>> reply(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody ReplyBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Access.toReply(caller, code);
        return say((DepartmentReply.OnRequest) body.reply(key.value(), requestId, code), code, traceparent);
    }

    /** Says it, whatever it was written in; the caller must have been checked. */
    Mono<ResponseEntity<RequestView>> say(DepartmentReply.OnRequest reply, DepartmentCode code, String traceparent) {
        RequestId requestId = reply.requestId();
        DepartmentCommand command = new DepartmentCommand.Reply(reply);
        return cases.submit(Submission.of(requestId.caseId().value(), command).tracedBy(traceparent))
                .map(outcome -> answer(outcome, reply, code, requestId));
    }

    private ResponseEntity<RequestView> answer(
            Outcome<DepartmentCase, DepartmentFact> outcome,
            DepartmentReply reply,
            DepartmentCode code,
            RequestId requestId) {
        return switch (outcome) {
            case Outcome.Accepted<DepartmentCase, DepartmentFact>(var view, var facts) ->
                Answers.created(
                        URI.create("/api/v1/departments/" + code + "/requests/" + requestId),
                        new Answers.Written(view.id(), view.version(), position(view), facts.isEmpty()),
                        RequestView.of(view.state(), its(view, code, requestId)));
            case Outcome.Rejected<DepartmentCase, DepartmentFact>(var refused, var why, var view) ->
                throw unfit(refused, reply, view.state()).orElseGet(() -> refusal(refused, why, view, code, requestId));
            case Outcome.Stale<DepartmentCase, DepartmentFact> _, Outcome.Taken<DepartmentCase, DepartmentFact> _ ->
                throw new IllegalStateException("Expected a reply never to name a version or a unique value");
        };
    }

    private Optional<Refusal> unfit(String refused, DepartmentReply reply, DepartmentCase state) {
        if (!refused.equals("unfit-request") || !(reply instanceof DepartmentReply.Help help)) {
            return Optional.empty();
        }
        Map<String, String> given = help.fields() == null ? Map.of() : help.fields();
        Look look = completeness.look(state, help.from(), help.kind(), given);
        return Optional.of(FieldsBody.refusal(look, UnfitView.of(help.from(), help.caseId(), help.requestId(), look)));
    }

    private static Refusal refusal(
            String code, String why, CaseView<DepartmentCase> view, DepartmentCode department, RequestId requestId) {
        return switch (code) {
            case "unknown-request", "not-your-request" -> Refusal.notFound();
            case "reply-id-reused" -> Refusal.unprocessable("idempotency-key-reused", why + ".");
            case "right-owner-missing", "unknown-right-owner" ->
                Refusal.unprocessable(List.of(new Reason("/rightOwner", why + ".")));
            case "own-department" -> Refusal.unprocessable(List.of(new Reason("/from", why + ".")));
            case "wanted-by-passed" -> Refusal.unprocessable(List.of(new Reason("/wantedBy", why + ".")));
            case "execution-follows-a-choice" -> Refusal.unprocessable(List.of(new Reason("/kind", why + ".")));
            case "unknown-contribution" -> Refusal.unprocessable(List.of(new Reason("/cites", why + ".")));
            case "unknown-offer" -> Refusal.unprocessable(List.of(new Reason("/offerId", why + ".")));
            case "date-out-of-reach" -> Refusal.unprocessable(List.of(new Reason("/dueAt", why + ".")));
            default -> Refusal.conflict(code, why + ".", RequestView.stateOf(its(view, department, requestId)));
        };
    }

    private static Request its(CaseView<DepartmentCase> view, DepartmentCode code, RequestId requestId) {
        Request request = view.state().request(requestId);
        if (request == null || !request.ask().department().equals(code)) {
            throw Refusal.notFound();
        }
        return request;
    }

    private static Positions position(CaseView<DepartmentCase> view) {
        return Positions.of(
                DepartmentDefinition.STREAM, view.sequences().getOrDefault(DepartmentDefinition.STREAM, 0L));
    }
}
