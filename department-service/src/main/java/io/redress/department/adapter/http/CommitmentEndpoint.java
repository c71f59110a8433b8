package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a department promises about one of its requests. */
@RestController
class CommitmentEndpoint {
    private static final String COMMITMENTS = "/api/v1/departments/{code}/requests/{requestId}/commitments";

    private final MakeCommitments commitments;

    CommitmentEndpoint(MakeCommitments commitments) {
        this.commitments = commitments;
    }

    @PostMapping(COMMITMENTS + ":check")
    Mono<JudgedPromise> check(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody PromiseBody body,
            Caller caller) {
        Access.toReply(caller, code);
        return commitments.check(code, requestId, body.promise());
    }

    @PostMapping(COMMITMENTS)
    Mono<ResponseEntity<Committed>> make(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody CommitmentBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Access.toReply(caller, code);
        return commitments
                .make(code, requestId, body, key, traceparent)
                .map(done -> Answers.created(
                        URI.create("/api/v1/cases/" + requestId.caseId() + "/commitments"),
                        done.written(),
                        done.body()));
    }

    @PostMapping(COMMITMENTS + "/{commitmentId}:correct")
    Mono<ResponseEntity<Committed>> correct(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @PathVariable String commitmentId,
            @RequestBody CorrectionBody body,
            ExpectedRevision seen,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Access.toReply(caller, code);
        return commitments
                .correct(code, requestId, commitmentId, body, seen, traceparent)
                .map(done -> Answers.written(done.written(), done.body()));
    }
}
