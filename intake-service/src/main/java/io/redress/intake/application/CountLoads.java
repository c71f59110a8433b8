package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.RecurringTask;
import io.redress.intake.application.ConsultantLoads.Load;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Counts what the consultants have to carry, by the index and in bounded pages: at the start, and again from time to time,
 * because other instances change cases as well.
 */
public final class CountLoads implements AutoCloseable {
    private static final int PAGE = 200;

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final ConsultantLoads loads;
    private final RecurringTask counting;

    /** Begins at once. */
    public CountLoads(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes,
            ConsultantLoads loads,
            List<String> consultants,
            Duration every) {
        this.lanes = lanes;
        this.loads = loads;
        this.counting = RecurringTask.fromNow(
                every,
                "The consultants' loads could not be counted and stay as they were",
                () -> countAll(consultants));
    }

    private Mono<Void> countAll(List<String> consultants) {
        return Flux.fromIterable(consultants)
                .concatMap(id -> count(id).doOnNext(load -> loads.counted(id, load)))
                .then();
    }

    private Mono<Load> count(String consultant) {
        return find(consultant, "")
                .expand(page -> page.next().isEmpty() ? Mono.empty() : find(consultant, page.next()))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .map(CaseView::state)
                .map(Load::of)
                .reduce(Load.NONE, Load::plus);
    }

    private Mono<CaseLanes.ViewPage<IntakeState>> find(String consultant, String cursor) {
        return lanes.find(new IndexQuery(IntakeDefinition.BY_CONSULTANT, consultant, cursor, PAGE));
    }

    @Override
    public void close() {
        counting.close();
    }
}
