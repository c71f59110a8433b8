package io.redress.routing.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Answers.Written;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.routing.application.ContactedDepartments;
import io.redress.routing.application.InquiriesView;
import io.redress.routing.application.InquiriesView.InquiryView;
import io.redress.routing.application.RoutingDefinition;
import io.redress.routing.application.RoutingView;
import io.redress.routing.domain.KnowledgeCommand.SeekKnowledge;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who knows about it? Asked of the departments that had contact with the customer, none of which owns the question. */
@RestController
class InquiryEndpoint {
    private static final String ADDRESS = "/api/v1/cases/{id}/inquiries";
    private static final Duration USUALLY = Duration.ofDays(1);
    private static final Duration AT_MOST = Duration.ofDays(30);

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final ContactedDepartments contacted;
    private final InstantSource clock;

    InquiryEndpoint(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes,
            ContactedDepartments contacted,
            InstantSource clock) {
        this.lanes = lanes;
        this.contacted = contacted;
        this.clock = clock;
    }

    @PostMapping(ADDRESS)
    Mono<ResponseEntity<InquiryView>> ask(
            @PathVariable CaseId id,
            @RequestBody InquiryBody body,
            IdempotencyKey key,
            Caller caller,
            Positions atLeast,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Instant answerBy = answerBy(body);
        String ours = Fingerprint.of(caller.subject(), key.value());
        return lanes.read(id.value(), atLeast.values())
                .flatMap(view -> contacted.of(customer(view, caller)))
                .map(departments -> new SeekKnowledge(
                        body.asked(),
                        others(departments, caller),
                        caller.subject(),
                        answerBy,
                        ours,
                        Fingerprint.of(body.toString())))
                .flatMap(command -> lanes.submit(
                        Submission.<RoutingCommand>of(id.value(), command).tracedBy(traceparent)))
                .map(outcome -> asked(id, ours, outcome));
    }

    private static ResponseEntity<InquiryView> asked(
            CaseId id, String key, Outcome<RoutingState, RoutingFact> outcome) {
        if (outcome instanceof Outcome.Rejected<RoutingState, RoutingFact>(var code, var why, var _)
                && code.equals("idempotency-key-reused")) {
            throw Refusal.unprocessable(code, why + ".");
        }
        var accepted = Outcomes.accepted(outcome);
        Written written = Outcomes.written(accepted.view(), RoutingDefinition.STREAM);
        InquiryView made = InquiriesView.knowledge(accepted.view().state())
                .flatMap(known -> known.askedUnder(key))
                .map(InquiryView::of)
                .orElseThrow();
        return Answers.created(
                URI.create("/api/v1/cases/" + id + "/inquiries"),
                new Written(
                        written.caseId(),
                        written.revision(),
                        written.positions(),
                        accepted.events().isEmpty()),
                made);
    }

    @GetMapping(ADDRESS)
    Mono<ResponseEntity<InquiriesView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> maySee(view, caller) || wasAsked(view, caller))
                .switchIfEmpty(Mono.error(Refusal::notFound))
                .map(view -> Answers.seen(view.version(), InquiriesView.of(view)));
    }

    private Instant answerBy(InquiryBody body) {
        Instant now = clock.instant();
        Instant wished = body.answerBy();
        if (wished == null) {
            return now.plus(USUALLY);
        }
        Checks checks = new Checks();
        checks.that(
                wished.isAfter(now) && !wished.isAfter(now.plus(AT_MOST)),
                "/answerBy",
                "Expected a moment within the next " + AT_MOST.toDays() + " days.");
        checks.orRefuse();
        return wished;
    }

    private static String customer(CaseView<RoutingState> view, Caller caller) {
        if (!maySee(view, caller)) {
            throw Refusal.notFound();
        }
        return RoutingView.customer(view.state()).orElseThrow(Refusal::notFound);
    }

    /** Nobody asks himself. */
    private static List<DepartmentCode> others(List<DepartmentCode> departments, Caller caller) {
        return caller.isAny("consultant", "supervisor")
                ? departments
                : departments.stream()
                        .filter(it -> !caller.departments().contains(it.value()))
                        .toList();
    }

    private static boolean maySee(CaseView<RoutingState> view, Caller caller) {
        return RoutingView.of(view)
                .filter(it -> caller.isAny("consultant", "supervisor", "auditor")
                        || caller.departments().stream().anyMatch(it::involves))
                .isPresent();
    }

    private static boolean wasAsked(CaseView<RoutingState> view, Caller caller) {
        return InquiriesView.of(view).inquiries().stream()
                .flatMap(it -> it.departments().stream())
                .anyMatch(it -> caller.departments().contains(it.value()));
    }
}
