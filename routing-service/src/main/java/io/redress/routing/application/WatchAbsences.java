package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.RecurringTask;
import io.redress.contracts.Party;
import io.redress.routing.domain.Absence;
import io.redress.routing.domain.Absences;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.Away;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees who is away, and has what waits for them go to the deputy at once. Looks again and again, because other instances
 * note absences as well and new waits come meanwhile; what has gone to a deputy is not found any more.
 */
public final class WatchAbsences implements AutoCloseable {
    private static final int PAGE = 200;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final KnownAbsences known;
    private final InstantSource clock;
    private final RecurringTask looking;

    /** @param every how often to look; the first time at once */
    public WatchAbsences(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes,
            KnownAbsences known,
            InstantSource clock,
            Duration every) {
        this.lanes = lanes;
        this.known = known;
        this.clock = clock;
        this.looking = RecurringTask.fromNow(every, "Absences will be looked at again", this::look);
    }

    private Mono<Void> look() {
        return lanes.find(IndexQuery.first(SilenceEntries.ABSENCES, SilenceEntries.CURRENT, CaseStore.MAX_BATCH))
                .map(page -> page.cases().stream()
                        .map(CaseView::state)
                        .filter(Away.class::isInstance)
                        .map(it -> ((Away) it).absence())
                        .toList())
                .doOnNext(absences -> known.see(new Absences(absences)))
                .flatMap(this::handOver);
    }

    private Mono<Void> handOver(List<Absence> absences) {
        Instant now = clock.instant();
        Absences seen = known.seen();
        List<Party> away = absences.stream()
                .filter(it -> it.covers(now))
                .map(Absence::party)
                .distinct()
                .filter(it -> seen.actingFor(it, now).isPresent())
                .toList();
        return Flux.fromIterable(away)
                .concatMap(party -> lanes.find(IndexQuery.first(SilenceEntries.WAITED_ON, party.value(), PAGE)))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .map(CaseView::id)
                .distinct()
                .concatMap(id -> lanes.submit(Submission.of(id, new NoticeTime(seen))))
                .then();
    }

    @Override
    public void close() {
        looking.close();
    }
}
