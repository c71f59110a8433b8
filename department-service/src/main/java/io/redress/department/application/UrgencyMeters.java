package io.redress.department.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.UrgencyEvent.UrgencyGranted;
import io.redress.contracts.UrgencyEvent.UrgencyJudged;
import io.redress.contracts.UrgencyEvent.UrgencyRefused;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentFact;

/** Counts what each department wants before others, and how much of it was later found unjustified (R91). */
public final class UrgencyMeters implements CountedRules.Meters {
    private final MeterRegistry registry;
    private final DepartmentLabels labels = new DepartmentLabels();

    public UrgencyMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void count(DepartmentCase before, DepartmentFact fact, DepartmentCase after) {
        if (fact instanceof DepartmentFact.Published(var event)) {
            switch (event) {
                case UrgencyGranted it ->
                    count(
                            "redress_urgency_total",
                            it.requester(),
                            it.exemption() != null ? "exempt" : it.ownMaking() != null ? "own-making" : "granted");
                case UrgencyRefused it -> count("redress_urgency_total", it.requester(), "refused");
                case UrgencyJudged it ->
                    count("redress_urgency_judged_total", it.requester(), it.justified() ? "justified" : "unjustified");
                default -> {
                    // Nothing that is about urgency.
                }
            }
        }
    }

    private void count(String name, DepartmentCode requester, String outcome) {
        registry.counter(name, "department", labels.of(requester), "outcome", outcome)
                .increment();
    }
}
