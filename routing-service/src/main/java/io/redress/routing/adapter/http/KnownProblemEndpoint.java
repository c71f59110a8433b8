package io.redress.routing.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.routing.application.KnownProblemRegistry;
import io.redress.routing.application.KnownProblemView;
import io.redress.routing.application.RoutingDefinition;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.ProblemCommand;
import io.redress.routing.domain.ProblemCommand.ChangeProblem;
import io.redress.routing.domain.ProblemCommand.EndProblem;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.knowledge.RecordedProblem;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Problems that are known before anybody complains: recorded by a department for itself, or by the front desk. */
@RestController
class KnownProblemEndpoint {
    private static final String ADDRESS = "/api/v1/known-problems";
    private static final String ONE = ADDRESS + "/{problemId}";
    private static final String TRACE_PARENT = "traceparent";
    private static final int MAX_LIMIT = 200;

    private final KnownProblemRegistry registry;
    private final Departments departments;
    private final InstantSource clock;

    KnownProblemEndpoint(KnownProblemRegistry registry, Departments departments, InstantSource clock) {
        this.registry = registry;
        this.departments = departments;
        this.clock = clock;
    }

    @PostMapping(ADDRESS)
    Mono<ResponseEntity<KnownProblemView>> record(
            @RequestBody KnownProblemBody body,
            IdempotencyKey key,
            Caller caller,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        mayBeFor(body, caller);
        String id = KnownProblemRegistry.id(Fingerprint.of(caller.subject(), key.value()));
        RecordedProblem problem = body.recorded(id, caller.subject(), clock.instant(), Fingerprint.of(body.toString()));
        return registry.record(problem, traceparent).map(outcome -> recorded(outcome, caller));
    }

    private static ResponseEntity<KnownProblemView> recorded(
            Outcome<RoutingState, RoutingFact> outcome, Caller caller) {
        if (outcome instanceof Outcome.Rejected<RoutingState, RoutingFact>(var code, var why, var _)
                && code.equals("idempotency-key-reused")) {
            throw Refusal.unprocessable(code, why + ".");
        }
        var accepted = Outcomes.accepted(outcome);
        var answer = stamped(
                ResponseEntity.created(
                        URI.create(ADDRESS + "/" + accepted.view().id())),
                accepted.view());
        return (accepted.events().isEmpty() ? answer.header(Answers.REPLAYED, "true") : answer)
                .body(view(accepted.view(), caller));
    }

    @GetMapping(ADDRESS)
    Mono<KnownProblemList> list(
            @RequestParam(defaultValue = "open") String status,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Checks checks = new Checks();
        checks.oneOf("/status", status, List.of("open", "all"))
                .range("/limit", limit, 1, MAX_LIMIT)
                .length("/cursor", cursor, 0, 500);
        checks.orRefuse();
        return registry.list(status.equals("open"), cursor, limit).map(page -> KnownProblemList.of(page, caller));
    }

    @GetMapping(ONE)
    Mono<ResponseEntity<KnownProblemView>> read(@PathVariable String problemId, Caller caller, Positions atLeast) {
        return registry.read(problemId, atLeast.values()).map(view -> Answers.seen(view.version(), view(view, caller)));
    }

    @PutMapping(ONE)
    Mono<ResponseEntity<KnownProblemView>> change(
            @PathVariable String problemId,
            @RequestBody KnownProblemBody body,
            ExpectedRevision seen,
            Caller caller,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        mayBeFor(body, caller);
        RecordedProblem to = body.recorded(problemId, caller.subject(), clock.instant(), "");
        return decide(problemId, new ChangeProblem(to, caller.subject()), seen, caller, traceparent);
    }

    @PostMapping(ONE + "/end")
    Mono<ResponseEntity<KnownProblemView>> end(
            @PathVariable String problemId,
            @RequestBody EndProblemBody body,
            ExpectedRevision seen,
            Caller caller,
            @RequestHeader(name = TRACE_PARENT, defaultValue = "") String traceparent) {
        return decide(problemId, new EndProblem(body.why(), caller.subject()), seen, caller, traceparent);
    }

    private Mono<ResponseEntity<KnownProblemView>> decide(
            String problemId, ProblemCommand command, ExpectedRevision seen, Caller caller, String traceparent) {
        return registry.read(problemId, Map.of())
                .doOnNext(view -> {
                    if (!owns(KnownProblemRegistry.problem(view), caller)) {
                        throw Refusal.forbidden();
                    }
                    seen.orRefuse(view.version());
                })
                .flatMap(view -> registry.change(problemId, command, view.version(), traceparent))
                .map(Outcomes::accepted)
                .map(done -> stamped(ResponseEntity.ok(), done.view()).body(view(done.view(), caller)));
    }

    /** A department speaks for itself; the front desk, which hears of things everywhere, for all. */
    private void mayBeFor(KnownProblemBody body, Caller caller) {
        Checks checks = new Checks();
        var department = Objects.requireNonNull(body.department());
        checks.that(
                departments.knows(department),
                "/department",
                "Expected a registered department, but got " + department + ".");
        checks.that(
                isFrontDesk(caller) || caller.departments().contains(department.value()),
                "/department",
                "Expected a department of your own, but got " + department + ".");
        checks.orRefuse();
    }

    private static boolean owns(RecordedProblem problem, Caller caller) {
        return isFrontDesk(caller)
                || caller.departments().contains(problem.problem().department().value());
    }

    private static boolean isFrontDesk(Caller caller) {
        return caller.isAny("consultant", "supervisor");
    }

    private static KnownProblemView view(CaseView<RoutingState> view, Caller caller) {
        RecordedProblem problem = KnownProblemRegistry.problem(view);
        return KnownProblemView.of(problem, owns(problem, caller) || caller.is("auditor"));
    }

    private static ResponseEntity.BodyBuilder stamped(ResponseEntity.BodyBuilder answer, CaseView<RoutingState> view) {
        Answers.Written written = Outcomes.written(view, RoutingDefinition.KNOWLEDGE);
        return answer.eTag(ExpectedRevision.tag(written.revision()))
                .header(Positions.WRITTEN, written.positions().format());
    }

    record KnownProblemList(List<KnownProblemView> knownProblems, String next) {
        static KnownProblemList of(ViewPage<RoutingState> page, Caller caller) {
            return new KnownProblemList(
                    page.cases().stream().map(it -> view(it, caller)).toList(), page.next());
        }
    }
}
