package io.redress.routing.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRerouted;

/** Counts what routing had to do twice. */
public final class RoutingMeters {
    private final Counter rerouted;
    private final Counter misdiagnosed;
    private final Counter members;

    public RoutingMeters(MeterRegistry registry) {
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
        if (event instanceof CaseRerouted it) {
            rerouted.increment();
            misdiagnosed.increment(it.misdiagnosed() ? 1 : 0);
        }
    }
}
