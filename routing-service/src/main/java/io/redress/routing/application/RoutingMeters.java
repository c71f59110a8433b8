package io.redress.routing.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.contracts.Party;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.SilenceEvent.WaitReminded;
import java.util.Locale;

/** Counts which rows decide, and what routing had to do twice. */
public final class RoutingMeters {
    private final MeterRegistry registry;
    private final Counter rerouted;
    private final Counter misdiagnosed;

    public RoutingMeters(MeterRegistry registry) {
        this.registry = registry;
        rerouted = registry.counter("redress_cases_rerouted_total");
        misdiagnosed = registry.counter("redress_misdiagnosed_total");
    }

    /** A diagnosis that changed after somebody had been asked in vain was a wrong one (R7). */
    void count(RoutingEvent event) {
        switch (event) {
            case CaseRouted it -> decided(it.rule(), "first");
            case CaseRerouted it -> {
                rerouted.increment();
                misdiagnosed.increment(it.misdiagnosed() ? 1 : 0);
                decided(it.rule(), "revised");
            }
            case WaitReminded it -> silent(it.waitedOn(), "reminder");
            case WaitEscalated it -> silent(it.waitedOn(), it.level().name().toLowerCase(Locale.ROOT));
            default -> {}
        }
    }

    /** A person's name is no label: there are as many as people. */
    private void silent(Party waitedOn, String level) {
        registry.counter(
                        "redress_silent_waits_total",
                        "department",
                        waitedOn.isDepartment() ? waitedOn.id() : "consultant",
                        "level",
                        level)
                .increment();
    }

    /** There are as many labels as the declared table has rows. */
    private void decided(String rule, String occasion) {
        registry.counter("redress_routing_decisions_total", "rule", rule, "occasion", occasion)
                .increment();
    }
}
