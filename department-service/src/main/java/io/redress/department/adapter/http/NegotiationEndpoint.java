package io.redress.department.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.DepartmentDefinition;
import io.redress.department.application.NegotiationView;
import io.redress.department.application.OpenWork;
import io.redress.department.application.WeighDates;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.NegotiationCommand;
import io.redress.department.domain.NegotiationCommand.AcceptOffer;
import io.redress.department.domain.NegotiationCommand.DeclineOffer;
import io.redress.department.domain.NegotiationCommand.MakeOffer;
import io.redress.department.domain.QueuePlan.Place;
import io.redress.department.domain.Request;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a department and whoever has asked it say about the date (R75-R77). Nobody else learns that they do. */
@RestController
class NegotiationEndpoint {
    private static final String REQUEST = "/api/v1/departments/{code}/requests/{requestId}";

    private final DepartmentCases cases;
    private final WeighDates dates;

    NegotiationEndpoint(DepartmentCases cases, WeighDates dates) {
        this.cases = cases;
        this.dates = dates;
    }

    @GetMapping(REQUEST + "/negotiation")
    Mono<ResponseEntity<NegotiationView>> read(
            @PathVariable DepartmentCode code, @PathVariable RequestId requestId, Caller caller, Positions atLeast) {
        return cases.read(requestId.caseId().value(), atLeast.values()).map(view -> {
            Request request = NegotiationAccess.readable(view.state(), code, requestId, caller);
            return Answers.seen(view.version(), NegotiationView.of(view.state(), request));
        });
    }

    @PostMapping(REQUEST + "/offers")
    Mono<ResponseEntity<NegotiationView>> offer(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @RequestBody OfferBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        return cases.read(requestId.caseId().value(), Positions.none().values())
                .flatMap(view -> weighed(view, code, requestId, body, key, caller))
                .flatMap(command -> said(code, command, traceparent))
                .map(outcome -> {
                    NegotiationView now = NegotiationAccess.view(outcome, code, requestId);
                    return Answers.created(
                            URI.create("/api/v1/departments/" + code + "/requests/" + requestId + "/negotiation"),
                            written(outcome),
                            now);
                });
    }

    /** What is offered with what it would mean, as far as that is known. */
    private Mono<MakeOffer> weighed(
            CaseView<DepartmentCase> view,
            DepartmentCode code,
            RequestId requestId,
            OfferBody body,
            IdempotencyKey key,
            Caller caller) {
        Request request = NegotiationAccess.negotiable(view.state(), code, requestId, caller);
        Place place = OpenWork.place(view.state(), request);
        Place wanted = place.due(Objects.requireNonNull(body.dueAt()));
        return dates.of(code, request.ask().nature(), wanted, place)
                .map(outlook -> new MakeOffer(
                        requestId,
                        "person:" + caller.subject() + "/" + key.value(),
                        NegotiationAccess.speaker(caller, code),
                        body.expectation(),
                        outlook.usual().orElse(null),
                        outlook.load()));
    }

    @PostMapping(REQUEST + "/offers/{offerId}:accept")
    Mono<ResponseEntity<NegotiationView>> accept(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @PathVariable String offerId,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        AcceptOffer command = new AcceptOffer(requestId, offerId, NegotiationAccess.speaker(caller, code));
        return said(code, command, traceparent).map(outcome -> answer(outcome, code, requestId));
    }

    @PostMapping(REQUEST + "/offers/{offerId}:decline")
    Mono<ResponseEntity<NegotiationView>> decline(
            @PathVariable DepartmentCode code,
            @PathVariable RequestId requestId,
            @PathVariable String offerId,
            @RequestBody DeclineOfferBody body,
            Caller caller,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        DeclineOffer command = new DeclineOffer(
                requestId, offerId, NegotiationAccess.speaker(caller, code), Objects.requireNonNull(body.reason()));
        return said(code, command, traceparent).map(outcome -> answer(outcome, code, requestId));
    }

    /** An address with another department's code is nobody's. */
    private Mono<Outcome<DepartmentCase, DepartmentFact>> said(
            DepartmentCode code, NegotiationCommand command, String traceparent) {
        RequestId id = command.requestId();
        return cases.read(id.caseId().value(), Positions.none().values()).flatMap(view -> {
            Request request = view.state().request(id);
            if (request == null || !request.ask().department().equals(code)) {
                return Mono.error(Refusal.notFound());
            }
            return cases.submit(Submission.<DepartmentCommand>of(id.caseId().value(), command)
                    .tracedBy(traceparent));
        });
    }

    private static ResponseEntity<NegotiationView> answer(
            Outcome<DepartmentCase, DepartmentFact> outcome, DepartmentCode code, RequestId requestId) {
        NegotiationView now = NegotiationAccess.view(outcome, code, requestId);
        return Answers.written(written(outcome), now);
    }

    private static Answers.Written written(Outcome<DepartmentCase, DepartmentFact> outcome) {
        Outcome.Accepted<DepartmentCase, DepartmentFact> accepted = Outcomes.accepted(outcome);
        Answers.Written now = Outcomes.written(accepted.view(), DepartmentDefinition.STREAM);
        return new Answers.Written(
                now.caseId(), now.revision(), now.positions(), accepted.events().isEmpty());
    }
}
