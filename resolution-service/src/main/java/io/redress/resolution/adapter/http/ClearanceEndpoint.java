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
import io.redress.resolution.application.ClearanceEntries;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.Clearance;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import io.redress.resolution.domain.ResolutionCase;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.ValueLimits;
import java.util.List;
import java.util.Objects;
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

/** Which gates a proposal passes, what a department is to clear, and its word. */
@RestController
class ClearanceEndpoint {
    private static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 1_000;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final ValueLimits limits;

    ClearanceEndpoint(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, ValueLimits limits) {
        this.lanes = lanes;
        this.limits = limits;
    }

    @GetMapping("/api/v1/cases/{id}/clearances")
    Mono<ResponseEntity<ClearancesView>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return visible(id, caller, atLeast)
                .map(view -> Answers.seen(
                        view.version(), ClearancesView.of(view.id(), ResolutionRules.caseOf(view.state()), limits)));
    }

    /** @param limit counts cases; a case with several clearances for the department shows them together */
    @GetMapping("/api/v1/departments/{code}/clearances")
    Mono<Items> worklist(
            @PathVariable DepartmentCode code,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        if (!caller.isAny("department:" + code, "supervisor", "auditor")) {
            throw Refusal.notFound();
        }
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, MAX_CURSOR);
        checks.orRefuse();
        return lanes.find(new IndexQuery(ClearanceEntries.TO_CLEAR, code.value(), cursor, limit))
                .map(page -> new Items(
                        page.cases().stream()
                                .map(view -> ClearancesView.openFor(
                                        view.id(), ResolutionRules.caseOf(view.state()), limits, code))
                                .toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    @PostMapping("/api/v1/cases/{id}/clearances/{gate}")
    Mono<ResponseEntity<ClearancesView>> decide(
            @PathVariable CaseId id,
            @PathVariable String gate,
            Caller caller,
            Positions atLeast,
            ExpectedRevision seen,
            @RequestBody ClearanceBody body,
            @RequestHeader(name = "traceparent", defaultValue = "") String traceparent) {
        Clear clear = body.command(gate, caller.subject());
        return visible(id, caller, atLeast).flatMap(view -> {
            Clearance.Word word = ofTheGate(view, gate, caller).word();
            // Whoever never got the first answer sends an old revision again; that must not look like a conflict.
            if (word == null || !isSame(word, clear)) {
                seen.orRefuse(view.version());
            }
            return lanes.submit(Submission.of(id.value(), (ResolutionCommand) clear)
                            .expecting(view.version())
                            .tracedBy(traceparent))
                    .map(this::written);
        });
    }

    private static boolean isSame(Clearance.Word word, Clear clear) {
        return word.given() == clear.given()
                && word.by().equals(clear.by())
                && Objects.equals(word.reason(), clear.reason());
    }

    /** A gate of others does not exist for the caller, nor one that the case need not pass. */
    private static Clearance ofTheGate(CaseView<ResolutionState> view, String gate, Caller caller) {
        return ResolutionRules.caseOf(view.state())
                .assurances()
                .clearances()
                .at(gate)
                .filter(it -> caller.departments().contains(it.department().value()))
                .orElseThrow(Refusal::notFound);
    }

    private ResponseEntity<ClearancesView> written(Outcome<ResolutionState, ResolutionFact> outcome) {
        if (outcome
                instanceof
                Outcome.Rejected<ResolutionState, ResolutionFact>(String code, String explanation, var view)) {
            throw Refusal.conflict(
                    code,
                    explanation,
                    ResolutionView.word(ResolutionRules.caseOf(view.state()).progress()));
        }
        CaseView<ResolutionState> after = Outcomes.accepted(outcome).view();
        return Answers.written(
                Outcomes.written(after, ResolutionDefinition.STREAM),
                ClearancesView.of(after.id(), ResolutionRules.caseOf(after.state()), limits));
    }

    /** The customer's own client does not read who must agree to what. */
    private Mono<CaseView<ResolutionState>> visible(CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .filter(view -> view.exists() && isInside(ResolutionRules.caseOf(view.state()), caller))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }

    private static boolean isInside(ResolutionCase known, Caller caller) {
        return caller.isAny("department:*", "consultant", "supervisor", "auditor")
                && WhoMaySee.resolution(known, caller);
    }

    /** One page; {@code next} is absent on the last. */
    record Items(List<ClearancesView> items, @Nullable String next) {}
}
