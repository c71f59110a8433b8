package io.redress.resolution.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.resolution.domain.Promise;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.util.List;
import reactor.core.publisher.Mono;

/** Adds up the promises of a week from the cases themselves, so that nothing is counted twice or lost. */
public final class SummarisePromises {
    /** More cases than this are not read for one answer; it says so. */
    private static final int MOST_PAGES = 10;

    private static final int PAGE = 200;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    public SummarisePromises(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        this.lanes = lanes;
    }

    /** @param week of ISO 8601, as in {@code 2026-W47} */
    public Mono<PromiseSummary> of(String week) {
        return page(week, "")
                .expand(it -> it.next().isEmpty() ? Mono.empty() : page(week, it.next()))
                .take(MOST_PAGES)
                .collectList()
                .map(pages -> PromiseSummary.of(
                        week,
                        pages.stream()
                                .flatMap(page -> page.cases().stream())
                                .flatMap(view -> promises(view, week).stream())
                                .toList(),
                        pages.isEmpty() || pages.getLast().next().isEmpty()));
    }

    private Mono<CaseLanes.ViewPage<ResolutionState>> page(String week, String cursor) {
        return lanes.find(new IndexQuery(PromiseEntries.IN_WEEK, week, cursor, PAGE));
    }

    private static List<Promise> promises(CaseView<ResolutionState> view, String week) {
        return ResolutionRules.caseOf(view.state()).assurances().promises().all().stream()
                .filter(it -> PromiseEntries.week(it.made().madeAt()).equals(week))
                .toList();
    }
}
