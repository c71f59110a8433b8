package io.redress.routing.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.SurroundingRules;
import io.redress.contracts.Party;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.Wait;
import io.redress.routing.domain.WaitGraph;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The rules, watched by whoever measures how long is waited for whom. They are asked once for each fact that was decided;
 * again only where two instances raced for the case, which rebalancing alone causes.
 */
public final class ObservedWaits extends SurroundingRules<RoutingState, RoutingCommand, RoutingFact> {
    private final MeterRegistry registry;
    private final InstantSource clock;

    public ObservedWaits(
            Decider<RoutingState, RoutingCommand, RoutingFact> rules, MeterRegistry registry, InstantSource clock) {
        super(rules);
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public RoutingState evolve(RoutingState state, RoutingFact fact) {
        RoutingState after = rules.evolve(state, fact);
        if (!RoutingState.waiting(state).isSameAs(RoutingState.waiting(after))) {
            ended(WaitGraph.of(state).waits(), WaitGraph.of(after).waits());
        }
        return after;
    }

    private void ended(List<Wait> before, List<Wait> after) {
        Instant now = clock.instant();
        for (Wait wait : before) {
            if (after.stream().noneMatch(it -> it.isSame(wait))) {
                Timer.builder("redress_wait_seconds")
                        .description("How long was waited for a party, when it is over")
                        .tag("on", label(wait.on()))
                        .tag("for", wait.what().word())
                        .register(registry)
                        .record(Duration.between(wait.since(), now));
            }
        }
    }

    /** Departments are registered; persons and customers are not told apart. */
    private static String label(Party party) {
        if (party.isDepartment()) {
            return party.id();
        }
        return party.isConsultant() ? "consultant" : "customer";
    }
}
