package io.redress.intake.application;

import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of cases that say the same. */
public final class KinshipMeters {
    private final MeterRegistry registry;

    public KinshipMeters(MeterRegistry registry) {
        this.registry = registry;
        registry.counter("redress_suspected_duplicates_total");
        registry.counter("redress_merges_total", "outcome", "merged");
        registry.counter("redress_merges_total", "outcome", "refused");
        registry.counter("redress_merges_total", "outcome", "undone");
    }

    void suspected() {
        registry.counter("redress_suspected_duplicates_total").increment();
    }

    void merge(String outcome) {
        registry.counter("redress_merges_total", "outcome", outcome).increment();
    }
}
