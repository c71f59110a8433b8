package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.ClaimCommand;
import io.redress.resolution.domain.ClaimCommand.ClearStatement;
import io.redress.resolution.domain.Claims;
import io.redress.resolution.domain.HeldStatement;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionState;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What waits for somebody's agreement before it is said. What is agreed to cannot have changed since it was read. */
@RestController
class HeldStatementEndpoint {
    private static final String STATEMENT = "/api/v1/cases/{id}/statements/{statementId}";
    private static final String TRACE_PARENT = "traceparent";
    private static final int ALL = Claims.MOST_STATEMENTS;

    private final ClaimCases cases;

    HeldStatementEndpoint(ClaimCases cases) {
        this.cases = cases;
    }

    @PostMapping(STATEMENT + "/clear")
    Mono<ResponseEntity<StatementsView>> clear(
            @PathVariable CaseId id,
            @PathVariable String statementId,
            Caller caller,
            Positions atLeast,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return cases.visible(id, caller, atLeast)
                .flatMap(view -> decided(
                        view,
                        new ClearStatement(statementId, ClaimSpeaker.concerned(caller, awaited(view, statementId))),
                        traceparent));
    }

    @PostMapping(STATEMENT + "/refuse")
    Mono<ResponseEntity<StatementsView>> refuse(
            @PathVariable CaseId id,
            @PathVariable String statementId,
            Caller caller,
            Positions atLeast,
            @RequestBody RefuseStatementBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return cases.visible(id, caller, atLeast)
                .flatMap(view -> decided(
                        view,
                        body.command(statementId, ClaimSpeaker.concerned(caller, awaited(view, statementId))),
                        traceparent));
    }

    private Mono<ResponseEntity<StatementsView>> decided(
            CaseView<ResolutionState> view, ClaimCommand command, String traceparent) {
        return cases.submit(Submission.<ResolutionCommand>of(view.id(), command).tracedBy(traceparent), _ -> null)
                .map(accepted ->
                        Answers.written(ClaimCases.written(accepted), StatementsView.of(accepted.view(), ALL, "")));
    }

    private static List<DepartmentCode> awaited(CaseView<ResolutionState> view, String statementId) {
        return ClaimsView.claims(view).held(statementId).map(HeldStatement::awaits).stream()
                .flatMap(List::stream)
                .flatMap(it -> Stream.ofNullable(it.department()))
                .toList();
    }
}
