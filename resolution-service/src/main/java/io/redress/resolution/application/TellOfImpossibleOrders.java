package io.redress.resolution.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.resolution.domain.OrderCommand;
import io.redress.resolution.domain.OrderCommand.CountPromises;
import io.redress.resolution.domain.OrderCommand.WalkOn;
import io.redress.resolution.domain.OrderWalk;
import io.redress.resolution.domain.PromiseCommand.LearnImpossible;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionRules;
import io.redress.resolution.domain.ResolutionState;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Walks along the open promises that rest on an impossible order, page by page, and tells each. Where the walk stands is
 * kept with the order; a page that is repeated after a crash tells nobody twice, for a promise knows the orders of which
 * it was told.
 */
public final class TellOfImpossibleOrders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TellOfImpossibleOrders.class);
    private static final int ORDERS = 20;
    private static final int AT_ONCE = 100;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;
    private final FindConcerned concerned;
    private final Disposable looking;

    /** @param every how often to look for orders whose customers are not all told */
    public TellOfImpossibleOrders(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, Duration every) {
        this.lanes = lanes;
        this.concerned = new FindConcerned(lanes);
        this.looking = Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(_ -> look(), 1)
                .subscribe();
    }

    private Mono<Void> look() {
        return lanes.find(IndexQuery.first(PromiseEntries.WALKING, PromiseEntries.ALL, ORDERS))
                .flatMapIterable(CaseLanes.ViewPage::cases)
                .concatMap(view -> view.state() instanceof OrderWalk walk ? toTheEnd(view.id(), walk) : Mono.empty())
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("An impossible order will be told further: {}", failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> toTheEnd(String id, OrderWalk walk) {
        return counted(id, walk)
                .expand(it -> it.endedAt() == null ? page(id, it) : Mono.empty())
                .then();
    }

    private Mono<OrderWalk> counted(String id, OrderWalk walk) {
        return walk.of() != null
                ? Mono.just(walk)
                : concerned.count(walk.order()).flatMap(of -> document(id, new CountPromises(of)));
    }

    private Mono<OrderWalk> page(String id, OrderWalk walk) {
        return lanes.find(FindConcerned.query(walk.order(), walk.cursor()))
                .flatMap(page -> Flux.fromIterable(page.cases())
                        .map(CaseView::id)
                        .distinct()
                        .flatMap(it -> tell(it, walk), AT_ONCE)
                        .reduce(0, Integer::sum)
                        .flatMap(told -> document(
                                id,
                                new WalkOn(
                                        walk.cursor(), page.next(), page.cases().size(), told))));
    }

    /** 1 where there was something to tell, whoever did it. */
    private Mono<Integer> tell(String caseId, OrderWalk walk) {
        return lanes.submit(Submission.of(caseId, (ResolutionCommand) new LearnImpossible(walk.order())))
                .map(outcome -> outcome instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var view, var _)
                                && isTold(view.state(), walk)
                        ? 1
                        : 0);
    }

    private static boolean isTold(ResolutionState state, OrderWalk walk) {
        return ResolutionRules.caseOf(state).assurances().promises().all().stream()
                .flatMap(promise -> promise.slips().stream())
                .anyMatch(it -> walk.order().id().equals(it.orderId()));
    }

    private Mono<OrderWalk> document(String id, OrderCommand command) {
        return lanes.submit(Submission.of(id, (ResolutionCommand) command))
                .flatMap(
                        outcome -> outcome instanceof Outcome.Accepted<ResolutionState, ResolutionFact>(var view, var _)
                                        && view.state() instanceof OrderWalk after
                                ? Mono.just(after)
                                : Mono.empty());
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
