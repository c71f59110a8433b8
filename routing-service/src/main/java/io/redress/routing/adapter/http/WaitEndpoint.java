package io.redress.routing.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.routing.application.ImpactView;
import io.redress.routing.application.RoutingDefinition;
import io.redress.routing.application.WaitLine;
import io.redress.routing.application.WaitsView;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.WaitCommand.DecideWhoGoesFirst;
import io.redress.routing.domain.Waiting.Circle;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Why a customer is waiting, who waits for a department, and who goes first where they wait for each other. */
@RestController
class WaitEndpoint {
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final Departments departments;
    private final WaitLine.Lens lens;
    private final InstantSource clock;

    WaitEndpoint(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes,
            Departments departments,
            WaitLine.Lens lens,
            InstantSource clock) {
        this.lanes = lanes;
        this.departments = departments;
        this.lens = lens;
        this.clock = clock;
    }

    @GetMapping("/api/v1/cases/{id}/waits")
    Mono<ResponseEntity<WaitsView>> waits(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .map(view -> Answers.seen(view.version(), visible(view, caller)));
    }

    /** @param limit counts cases; a case in which several wait for the department shows them together */
    @GetMapping("/api/v1/departments/{code}/impact")
    Mono<ImpactView> impact(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        if (!departments.knows(code) || !caller.isAny("department:" + code, "consultant", "supervisor", "auditor")) {
            throw Refusal.notFound();
        }
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        boolean named = caller.isAny("consultant", "supervisor");
        return lanes.find(new IndexQuery(RoutingDefinition.BY_WAITED_ON, code.value(), cursor, limit))
                .map(page -> ImpactView.of(code, page, named, lens, clock.instant()));
    }

    @PostMapping("/api/v1/cases/{id}/cycles/{cycleId}/decision")
    Mono<ResponseEntity<WaitsView>> decide(
            @PathVariable CaseId id,
            @PathVariable String cycleId,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody GoFirstBody body,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        return lanes.read(id.value(), atLeast.values())
                .doOnNext(view -> check(view, cycleId, caller, seen, body))
                .flatMap(view -> lanes.submit(Submission.<RoutingCommand>of(
                                id.value(),
                                new DecideWhoGoesFirst(cycleId, body.request(), body.why(), caller.subject()))
                        .expecting(view.version())
                        .tracedBy(traceparent)))
                .map(Outcomes::accepted)
                .map(it -> Answers.written(
                        Outcomes.written(it.view(), RoutingDefinition.STREAM),
                        WaitsView.forStaff(it.view(), lens, clock.instant())));
    }

    private void check(
            CaseView<RoutingState> view, String cycleId, Caller caller, ExpectedRevision seen, GoFirstBody body) {
        visible(view, caller);
        seen.orRefuse(view.version());
        Circle circle = RoutingState.waiting(view.state()).circles().stream()
                .filter(it -> it.id().equals(cycleId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        WaitAccess.toDecide(circle, caller);
        new Checks()
                .that(
                        circle.requests().contains(body.request()),
                        "/goFirst",
                        "Expected one of the requests of the circle, " + circle.requests() + ", but got "
                                + body.request() + ".")
                .orRefuse();
    }

    private WaitsView visible(CaseView<RoutingState> view, Caller caller) {
        if (RoutingState.caseId(view.state()).isEmpty()) {
            throw Refusal.notFound();
        }
        if (WaitAccess.seesAll(view, caller)) {
            return WaitsView.forStaff(view, lens, clock.instant());
        }
        if (WaitAccess.isOwn(view, caller)) {
            return WaitsView.forCustomer(view);
        }
        throw Refusal.notFound();
    }
}
