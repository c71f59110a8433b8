package io.redress.resolution.adapter.http;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.ExpectedRevision;
import io.redress.chassis.http.Outcomes;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.application.PromiseEntries;
import io.redress.resolution.application.PromiseNotice;
import io.redress.resolution.application.PromiseSummary;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.application.SummarisePromises;
import io.redress.resolution.domain.Promise;
import io.redress.resolution.domain.PromiseCommand.CorrectPromise;
import io.redress.resolution.domain.PromiseTerms;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What customers may count on, and what is said where they may not any more. */
@RestController
class PromiseEndpoint {
    /** Where the consultants work. */
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private static final Duration STILL_READ = Duration.ofDays(14);
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final PromiseTerms terms;
    private final SummarisePromises summarise;
    private final InstantSource clock;

    PromiseEndpoint(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes,
            PromiseTerms terms,
            SummarisePromises summarise,
            InstantSource clock) {
        this.lanes = lanes;
        this.terms = terms;
        this.summarise = summarise;
        this.clock = clock;
    }

    @GetMapping("/api/v1/cases/{id}/promises")
    Mono<ResponseEntity<PromisesView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return visible(id, caller, atLeast)
                .map(view -> Answers.seen(view.version(), PromisesView.of(view, terms.working())));
    }

    @PostMapping("/api/v1/cases/{id}/promises/{promiseId}:correct")
    Mono<ResponseEntity<PromisesView>> correct(
            @PathVariable CaseId id,
            @PathVariable String promiseId,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody CorrectPromiseBody body,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        CorrectPromise command = body.command(promiseId, caller.subject());
        return visible(id, caller, atLeast)
                .flatMap(view -> {
                    Promise promise = ResolutionRules.caseOf(view.state())
                            .assurances()
                            .promises()
                            .of(promiseId)
                            .orElseThrow(Refusal::notFound);
                    // Whoever did not get the first answer repeats an old revision, and it is no conflict.
                    if (!promise.dueAt().equals(command.dueAt())) {
                        seen.orRefuse(view.version());
                    }
                    return lanes.submit(Submission.of(id.value(), (ResolutionCommand) command)
                            .expecting(view.version())
                            .tracedBy(traceparent));
                })
                .map(outcome -> {
                    CaseView<ResolutionState> after = accepted(outcome).view();
                    return Answers.written(
                            Outcomes.written(after, ResolutionDefinition.STREAM),
                            PromisesView.of(after, terms.working()));
                });
    }

    /** Those who are told first see all that slips, every other department what slips by its own part. */
    @GetMapping("/api/v1/departments/{code}/promise-notices")
    Mono<Notices> notices(
            @PathVariable DepartmentCode code,
            Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor) {
        if (!caller.isAny("department:" + code, "supervisor", "auditor")
                && !(caller.is("consultant") && code.equals(FRONT_DESK))) {
            throw Refusal.notFound();
        }
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        boolean all = terms.toldFirst().contains(code);
        String whose = all ? PromiseEntries.ALL : "department:" + code;
        return lanes.find(new IndexQuery(PromiseEntries.SLIPPING, whose, cursor, limit))
                .map(page -> new Notices(
                        page.cases().stream()
                                .flatMap(view -> slipping(view).stream())
                                .filter(it -> all || it.department().equals(code))
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    /** How promises of a week were kept, and how early their breach was told. */
    @GetMapping("/api/v1/promises:summary")
    Mono<PromiseSummary> summary(@RequestParam(required = false) @Nullable String week) {
        Checks checks = new Checks();
        checks.that(
                week == null || week.matches("[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])"),
                "/week",
                "Expected a week of ISO 8601, as in 2026-W47.");
        checks.orRefuse();
        return summarise.of(week == null ? PromiseEntries.week(clock.instant()) : week);
    }

    /** One page, the latest first; {@code next} is absent on the last. */
    record Notices(List<PromiseNotice> items, @Nullable String next) {}

    /** What was told of a promise that has ended since can still be read for some days. */
    private List<PromiseNotice> slipping(CaseView<ResolutionState> view) {
        Instant recently = clock.instant().minus(STILL_READ);
        return ResolutionRules.caseOf(view.state()).assurances().promises().all().stream()
                .flatMap(promise -> promise.slips().reversed().stream()
                        .filter(it -> promise.open() || it.toldAt().isAfter(recently))
                        .map(it -> PromiseNotice.of(promise, it)))
                .toList();
    }

    private Mono<CaseView<ResolutionState>> visible(CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.exists() && WhoMaySee.resolution(ResolutionRules.caseOf(view.state()), caller))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private static Outcome.Accepted<ResolutionState, ResolutionFact> accepted(
            Outcome<ResolutionState, ResolutionFact> outcome) {
        if (outcome instanceof Outcome.Rejected<ResolutionState, ResolutionFact>(String code, String why, var _)) {
            throw code.equals("unknown-promise") ? Refusal.notFound() : Refusal.conflict(code, why, null);
        }
        return Outcomes.accepted(outcome);
    }
}
