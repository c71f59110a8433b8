package io.redress.resolution.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.ClosingEvent.RegulatoryClockWarned;
import io.redress.contracts.EventTypes;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import java.util.HashMap;
import java.util.Map;

/** Counts what becomes of the clocks of the law. */
public final class ClockMeters {
    private static final Map<Class<?>, String> OUTCOMES = Map.of(
            RegulatoryClockStarted.class, "started",
            RegulatoryClockWarned.class, "warned",
            RegulatoryClockBreached.class, "breached",
            RegulatoryClockMet.class, "met");

    /** Counts from now on. */
    public ClockMeters(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, MeterRegistry registry) {
        Map<String, Counter> counters = new HashMap<>();
        OUTCOMES.forEach((type, outcome) -> counters.put(
                EventTypes.wireName(type),
                Counter.builder("redress_regulatory_clocks_total")
                        .tag("outcome", outcome)
                        .register(registry)));
        lanes.whenDecided(events -> events.forEach(event -> {
            Counter counter = counters.get(event.type());
            if (counter != null) {
                counter.increment();
            }
        }));
    }
}
