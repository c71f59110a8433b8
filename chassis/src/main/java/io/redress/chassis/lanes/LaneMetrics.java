package io.redress.chassis.lanes;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** What the lanes count. Labels are bounded: the service and the outcome, never a case. */
final class LaneMetrics {
    final Counter accepted;
    final Counter rejected;
    final Counter duplicates;
    final Counter parked;
    final Counter unparked;
    final Counter conflicts;
    final DistributionSummary batchSize;
    final Timer batchTime;

    LaneMetrics(MeterRegistry registry, String service) {
        accepted = outcome(registry, service, "accepted");
        rejected = outcome(registry, service, "rejected");
        duplicates = counter(registry, "redress_events_duplicate_total", service);
        parked = counter(registry, "redress_events_parked_total", service);
        unparked = counter(registry, "redress_events_unparked_total", service);
        conflicts = counter(registry, "redress_store_conflicts_total", service);
        batchSize = DistributionSummary.builder("redress_batch_size")
                .tag("service", service)
                .register(registry);
        batchTime =
                Timer.builder("redress_batch_seconds").tag("service", service).register(registry);
    }

    private static Counter outcome(MeterRegistry registry, String service, String outcome) {
        return Counter.builder("redress_decisions_total")
                .tag("service", service)
                .tag("outcome", outcome)
                .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String service) {
        return Counter.builder(name).tag("service", service).register(registry);
    }
}
