package io.redress.department.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.DepartmentState;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;

/** The cases among all that the department service knows. Under an id that is no case's there is an unknown one. */
public final class DepartmentCases {
    private final CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes;

    public DepartmentCases(CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes) {
        this.lanes = lanes;
    }

    public Mono<CaseView<DepartmentCase>> read(String caseId, Map<String, Long> atLeast) {
        return lanes.read(caseId, atLeast).map(DepartmentCases::seen);
    }

    public Mono<Outcome<DepartmentCase, DepartmentFact>> submit(Submission<DepartmentCommand> submission) {
        return lanes.submit(submission).map(DepartmentCases::ended);
    }

    public Mono<CaseLanes.ViewPage<DepartmentCase>> find(IndexQuery query) {
        return lanes.find(query)
                .map(page -> new CaseLanes.ViewPage<>(
                        page.cases().stream().map(DepartmentCases::seen).toList(), page.next()));
    }

    /** How many cases a page of an index holds, without looking into them. */
    Mono<Counted> count(IndexQuery query) {
        AtomicInteger count = new AtomicInteger();
        return lanes.find(query, _ -> {
                    count.incrementAndGet();
                    return false;
                })
                .map(page -> new Counted(count.get(), page.next()));
    }

    /** @param next empty at the end */
    record Counted(int count, String next) {}

    private static CaseView<DepartmentCase> seen(CaseView<DepartmentState> view) {
        return new CaseView<>(
                view.id(), DepartmentRules.caseOf(view.state()), view.version(), view.positions(), view.sequences());
    }

    private static Outcome<DepartmentCase, DepartmentFact> ended(Outcome<DepartmentState, DepartmentFact> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<DepartmentState, DepartmentFact>(var view, var facts) ->
                new Outcome.Accepted<>(seen(view), facts);
            case Outcome.Rejected<DepartmentState, DepartmentFact>(var code, var why, var view) ->
                new Outcome.Rejected<>(code, why, seen(view));
            case Outcome.Stale<DepartmentState, DepartmentFact>(var view) -> new Outcome.Stale<>(seen(view));
            case Outcome.Taken<DepartmentState, DepartmentFact>(var index, var value, var byCase) ->
                new Outcome.Taken<>(index, value, byCase);
        };
    }
}
