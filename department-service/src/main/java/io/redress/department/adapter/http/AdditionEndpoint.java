package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.department.application.CooperationView;
import io.redress.department.application.DepartmentCases;
import io.redress.department.domain.CooperationCommand;
import io.redress.department.domain.CooperationCommand.AskInformally;
import io.redress.department.domain.CooperationCommand.AttachEvidence;
import io.redress.department.domain.CooperationCommand.Contribute;
import io.redress.department.domain.DepartmentCommand;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What anybody of staff may add to any case, without owning anything by it. */
@RestController
class AdditionEndpoint {
    private final DepartmentCases cases;

    AdditionEndpoint(DepartmentCases cases) {
        this.cases = cases;
    }

    @PostMapping("/api/v1/cases/{id}/contributions")
    Mono<ResponseEntity<CooperationView>> contribute(
            @PathVariable CaseId id,
            @RequestBody ContributionBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Contribute command = new Contribute(
                id,
                own(key, caller),
                CooperationAccess.speaker(caller),
                Objects.requireNonNull(body.text()),
                body.inquiryId());
        return added(id, caller, command, traceparent);
    }

    @PostMapping("/api/v1/cases/{id}/evidence")
    Mono<ResponseEntity<CooperationView>> attach(
            @PathVariable CaseId id,
            @RequestBody EvidenceBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        AttachEvidence command = new AttachEvidence(
                id,
                own(key, caller),
                CooperationAccess.speaker(caller),
                Objects.requireNonNull(body.title()),
                body.href());
        return added(id, caller, command, traceparent);
    }

    @PostMapping("/api/v1/cases/{id}/informal-questions")
    Mono<ResponseEntity<CooperationView>> ask(
            @PathVariable CaseId id,
            @RequestBody InformalQuestionBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        AskInformally command = new AskInformally(
                id,
                own(key, caller),
                CooperationAccess.speaker(caller),
                Objects.requireNonNull(body.to()),
                Objects.requireNonNull(body.text()));
        return added(id, caller, command, traceparent);
    }

    private Mono<ResponseEntity<CooperationView>> added(
            CaseId id, Caller caller, CooperationCommand command, String traceparent) {
        return cases.submit(
                        Submission.<DepartmentCommand>of(id.value(), command).tracedBy(traceparent))
                .map(outcome -> Answers.created(
                        URI.create("/api/v1/cases/" + id + "/cooperation"),
                        CooperationAccess.written(outcome),
                        CooperationAccess.body(id, outcome, caller)));
    }

    /** Two people may choose the same key. */
    private static String own(IdempotencyKey key, Caller caller) {
        return "person:" + caller.subject() + "/" + key.value();
    }
}
