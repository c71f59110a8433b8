package io.redress.routing.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;

/** Counts which rows decide, and what routing had to do twice. */
public final class RoutingMeters {
    private final MeterRegistry registry;
    private final Counter rerouted;
    private final Counter misdiagnosed;
    private final Counter members;

    public RoutingMeters(MeterRegistry registry) {
        this.registry = registry;
        rerouted = registry.counter("redress_cases_rerouted_total");
        misdiagnosed = registry.counter("redress_misdiagnosed_total");
        members = registry.counter("redress_incident_members_total");
    }

    /** How many cases have joined incidents. */
    void count(IncidentEvent event) {
        if (event instanceof IncidentEvent.IncidentJoined) {
            members.increment();
        }
    }

    /** A diagnosis that changed after somebody had been asked in vain was a wrong one (R7). */
    void count(RoutingEvent event) {
        if (event instanceof CaseRouted it) {
            decided(it.rule(), "first");
        }
        if (event instanceof CaseRerouted it) {
            rerouted.increment();
            misdiagnosed.increment(it.misdiagnosed() ? 1 : 0);
            decided(it.rule(), "revised");
        }
    }

    /** There are as many labels as the declared table has rows. */
    private void decided(String rule, String occasion) {
        registry.counter("redress_routing_decisions_total", "rule", rule, "occasion", occasion)
                .increment();
    }
}
