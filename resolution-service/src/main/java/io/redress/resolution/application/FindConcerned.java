package io.redress.resolution.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.IndexQuery;
import io.redress.resolution.domain.ImpossibleOrder;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import reactor.core.publisher.Mono;

/** Finds the open promises that may rest on an impossible order. */
public final class FindConcerned {
    private static final int PAGE = 200;

    private final CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes;

    public FindConcerned(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        this.lanes = lanes;
    }

    /** How many cases are to be looked at, by their ids alone: no case is read for it. */
    public Mono<Integer> count(ImpossibleOrder order) {
        return count(order, "");
    }

    private Mono<Integer> count(ImpossibleOrder order, String cursor) {
        int[] seen = {0};
        return lanes.find(query(order, cursor), _ -> {
                    seen[0]++;
                    return false;
                })
                .flatMap(page -> page.next().isEmpty()
                        ? Mono.just(seen[0])
                        : count(order, page.next()).map(rest -> rest + seen[0]));
    }

    /** A page by the first thing that is named; whether the others hold, each case knows itself. */
    static IndexQuery query(ImpossibleOrder order, String cursor) {
        return new IndexQuery(PromiseEntries.RESTS_ON, order.restsOn().getFirst(), cursor, PAGE);
    }
}
