package io.redress.routing.adapter.http;

import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Positions;
import io.redress.chassis.security.Caller;
import io.redress.contracts.CaseId;
import io.redress.contracts.Party;
import io.redress.routing.application.OwnershipView;
import io.redress.routing.domain.OwnershipCommand;
import io.redress.routing.domain.OwnershipCommand.AssignCase;
import io.redress.routing.domain.OwnershipCommand.DeclineCase;
import io.redress.routing.domain.OwnershipCommand.OfferCase;
import io.redress.routing.domain.OwnershipCommand.TakeCase;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A case goes from one consultant to another. */
@RestController
@RequestMapping("/api/v1/cases/{id}/handover")
class HandoverEndpoint {
    private static final String TRACE_PARENT = "traceparent";

    private final DecideOwners owners;

    HandoverEndpoint(DecideOwners owners) {
        this.owners = owners;
    }

    @PostMapping
    Mono<ResponseEntity<OwnershipView>> offer(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody HandoverBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return owners.decide(
                new DecideOwners.Wish(id, caller, atLeast, seen, traceparent),
                view -> caller.is("supervisor") || owns(view, caller),
                new OfferCase(body.consultant(), body.why()));
    }

    @PostMapping("/answer")
    Mono<ResponseEntity<OwnershipView>> answer(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody HandoverBody.Reply body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        OwnershipCommand command = body.accepts()
                ? new TakeCase(caller.subject())
                : new DeclineCase(caller.subject(), body.why(), body.rightOwner());
        return owners.decide(new DecideOwners.Wish(id, caller, atLeast, seen, traceparent), _ -> true, command);
    }

    @PostMapping("/assign")
    Mono<ResponseEntity<OwnershipView>> assign(
            @PathVariable CaseId id,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody HandoverBody body,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return owners.decide(
                new DecideOwners.Wish(id, caller, atLeast, seen, traceparent),
                _ -> true,
                new AssignCase(body.consultant(), body.why()));
    }

    private static boolean owns(OwnershipView view, Caller caller) {
        return view.owner() != null && view.owner().party().equals(Party.consultant(caller.subject()));
    }
}
