package io.redress.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.security.Caller;
import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Owner;
import io.redress.intake.application.CaseOverview;
import io.redress.intake.application.IntakeDefinition;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.IntakeState.Prepared;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where a case is, for whoever may see it. What a caller may not see does not exist for that caller. */
@RestController
class CaseEndpoint {
    private static final int MAX_LIMIT = 200;

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final CaseOverview.Sentences sentences;

    CaseEndpoint(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, CaseOverview.Sentences sentences) {
        this.lanes = lanes;
        this.sentences = sentences;
    }

    @GetMapping("/api/v1/cases/{id}")
    Mono<ResponseEntity<CaseOverview>> read(@PathVariable CaseId id, Caller caller, Positions atLeast) {
        return lanes.read(id.value(), atLeast.values())
                .map(view -> Answers.seen(view.version(), overview(view, caller)));
    }

    private CaseOverview overview(CaseView<IntakeState> view, Caller caller) {
        if (view.state() instanceof Prepared prepared && maySee(prepared, caller)) {
            return CaseOverview.of(view, prepared);
        }
        Filed filed = visible(view, caller);
        CaseOverview overview = CaseOverview.of(view, filed, sentences, seesText(view, caller));
        return caller.isAny("consultant", "supervisor", "auditor") ? overview.withSuspects(filed) : overview;
    }

    @GetMapping("/api/v1/cases")
    Mono<CaseList> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "") String cursor,
            Caller caller) {
        Checks checks = new Checks();
        checks.range("/limit", limit, 1, MAX_LIMIT).length("/cursor", cursor, 0, 500);
        checks.orRefuse();
        boolean all = caller.isAny("consultant", "supervisor", "auditor");
        IndexQuery query = all
                ? new IndexQuery(IntakeDefinition.BY_STATUS, "open", cursor, limit)
                : new IndexQuery(IntakeDefinition.BY_SUBMITTER, Fingerprint.of(caller.subject()), cursor, limit);
        return lanes.find(query)
                .map(page -> new CaseList(
                        page.cases().stream().map(this::summary).toList(),
                        page.next().isEmpty() ? null : page.next()));
    }

    /** The case, where this caller may see it; else 404. */
    static Filed visible(CaseView<IntakeState> view, Caller caller) {
        if (view.state() instanceof Filed filed && maySee(filed, caller)) {
            return filed;
        }
        throw Refusal.notFound();
    }

    private static boolean maySee(Filed filed, Caller caller) {
        return isOwn(filed, caller) || maySee(filed.progress().departments(), caller);
    }

    /** Nobody has filed it, so it is nobody's own. */
    static boolean maySee(Prepared prepared, Caller caller) {
        return maySee(prepared.departments(), caller);
    }

    private static boolean maySee(List<DepartmentCode> involved, Caller caller) {
        return caller.isAny("consultant", "supervisor", "auditor")
                || involved.stream().map(DepartmentCode::value).anyMatch(caller.departments()::contains);
    }

    private static boolean isOwn(Filed filed, Caller caller) {
        return caller.is("frontline") && filed.complaint().submittedBy().equals(caller.subject());
    }

    static boolean seesText(CaseView<IntakeState> view, Caller caller) {
        return caller.isAny("consultant", "supervisor") || view.state() instanceof Filed filed && isOwn(filed, caller);
    }

    private CaseSummary summary(CaseView<IntakeState> view) {
        CaseOverview all = switch (view.state()) {
            case Filed filed -> CaseOverview.of(view, filed, sentences, false);
            case Prepared prepared -> CaseOverview.of(view, prepared);
            default -> throw new IllegalStateException("Expected only cases in an index of cases");
        };
        return new CaseSummary(
                all.caseId(),
                all.status(),
                all.step(),
                all.owner(),
                all.next(),
                all.customer(),
                all.channel(),
                all.language(),
                all.receivedAt(),
                all.closedAt());
    }

    /** A case in a list. */
    record CaseSummary(
            CaseId caseId,
            String status,
            String step,
            Owner owner,
            CaseOverview.@Nullable NextView next,
            Customer customer,
            @Nullable String channel,
            @Nullable String language,
            Instant receivedAt,
            @Nullable Instant closedAt) {}

    /** One page; {@code next} is absent on the last. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CaseList(List<CaseSummary> cases, @Nullable String next) {}
}
