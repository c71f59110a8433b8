package io.redress.routing.application;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.IncidentId;
import io.redress.routing.domain.IncidentState.Membership;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import reactor.core.publisher.Mono;

/**
 * How many cases belong to an incident. Joins come at the end of an index, so what was counted once is not counted again
 * unless somebody left; only the last minute is, where a write may still overtake another.
 */
public final class MemberCounts {
    private static final Duration STILL_MOVING = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 1000;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;
    private final InstantSource clock;
    private final Cache<IncidentId, Counted> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    public MemberCounts(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    /** Members now. */
    public Mono<Long> of(IncidentId id) {
        return walk(id, IncidentEntries.LEFT, "", 0).flatMap(left -> {
            Counted before = remembered.getIfPresent(id);
            return before == null || before.left() != left
                    ? members(id, new Counted("", 0, left))
                    : members(id, before);
        });
    }

    private Mono<Long> members(IncidentId id, Counted from) {
        remembered.put(id, from);
        return page(id, IncidentEntries.MEMBERS, from.after()).flatMap(page -> {
            long so = from.members() + page.cases().size();
            if (page.next().isEmpty()) {
                return Mono.just(so);
            }
            Counted further = new Counted(page.next(), so, from.left());
            return isSettled(page) ? members(id, further) : walk(id, IncidentEntries.MEMBERS, page.next(), so);
        });
    }

    private Mono<Long> walk(IncidentId id, String index, String after, long so) {
        return page(id, index, after).flatMap(page -> {
            long now = so + page.cases().size();
            return page.next().isEmpty() ? Mono.just(now) : walk(id, index, page.next(), now);
        });
    }

    private Mono<ViewPage<RoutingState>> page(IncidentId id, String index, String after) {
        return lanes.find(new IndexQuery(index, id.value(), after, CaseStore.MAX_BATCH));
    }

    private boolean isSettled(ViewPage<RoutingState> page) {
        Instant limit = clock.instant().minus(STILL_MOVING);
        return page.cases().getLast().state() instanceof Membership it
                && it.since() != null
                && it.since().isBefore(limit);
    }

    /** @param after the cursor behind those that are counted for good */
    private record Counted(String after, long members, long left) {}
}
