package io.redress.routing.adapter.http;

import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Positions;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.RequestId;
import io.redress.routing.application.OwnershipView;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.OwnershipCommand.AssignRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who answers for what, and what the routing authority decides about it. */
@RestController
class OwnershipEndpoint {
    private final DecideOwners owners;
    private final Departments departments;

    OwnershipEndpoint(DecideOwners owners, Departments departments) {
        this.owners = owners;
        this.departments = departments;
    }

    @GetMapping("/api/v1/cases/{id}/ownership")
    Mono<ResponseEntity<OwnershipView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return owners.read(id, caller, atLeast);
    }

    @PostMapping("/api/v1/cases/{id}/requests/{requestId}/assign")
    Mono<ResponseEntity<OwnershipView>> assign(
            @PathVariable CaseId id,
            @PathVariable RequestId requestId,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody AssignmentBody body,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        return owners.decide(
                new DecideOwners.Wish(id, caller, atLeast, seen, traceparent),
                _ -> caller.isAny("department:" + departments.authority(), "supervisor"),
                new AssignRequest(requestId, body.department(), body.why(), caller.subject()));
    }
}
