package io.redress.resolution.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.store.PendingEvent;
import io.redress.contracts.EventTypes;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseKept;
import io.redress.contracts.PromiseEvent.PromiseMissed;
import io.redress.contracts.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How early customers hear that a promise cannot be kept, and who knew before. */
public final class PromiseMeters {
    /** Codes come from outside too; more departments than this are an attack. */
    private static final int MOST_LABELS = 200;

    private final MeterRegistry registry;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public PromiseMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Takes note of what was decided. */
    public void note(List<PendingEvent> events) {
        for (PendingEvent event : events) {
            if (is(event, PromiseInfeasible.class)) {
                told((PromiseInfeasible) Wire.read(event.type(), event.payload()));
            } else if (is(event, PromiseMissed.class)) {
                var missed = (PromiseMissed) Wire.read(event.type(), event.payload());
                registry.counter(
                                "redress_promises_missed_total",
                                "part",
                                missed.part().name())
                        .increment();
            } else if (is(event, PromiseKept.class)) {
                registry.counter("redress_promises_kept_total").increment();
            }
        }
    }

    private void told(PromiseInfeasible it) {
        String department = label(it.department().value());
        registry.summary("redress_promise_knowledge_lag_seconds", "department", department)
                .record(Duration.between(it.evidenceAt(), it.toldAt()).toMillis() / 1_000.0);
        if (it.newDueAt() != null) {
            // A breach that is told after the date has no lead at all.
            registry.summary("redress_promise_disclosure_lead_seconds", "department", department)
                    .record(Math.max(
                            0, Duration.between(it.toldAt(), it.dueAt()).toSeconds()));
        }
        if (it.unspokenBy() != null) {
            registry.counter("redress_promise_unspoken_total", "department", department)
                    .increment();
        }
    }

    private String label(String code) {
        return known.contains(code) || known.size() < MOST_LABELS && known.add(code) ? code : "other";
    }

    private static boolean is(PendingEvent event, Class<?> type) {
        return event.type().equals(EventTypes.wireName(type));
    }
}
