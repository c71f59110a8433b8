package io.redress.department.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.contracts.DeliveryEvent.DeliveryRated;
import io.redress.contracts.DeliveryEvent.RatingReminded;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentFact;

/**
 * Counts how departments serve: what is declined is counted beside what is on time and late, so
 * that a dashboard can show all that was asked (R101).
 */
public final class ServiceMeters implements CountedRules.Meters {
    private final MeterRegistry registry;
    private final DepartmentLabels labels = new DepartmentLabels();

    public ServiceMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void count(DepartmentCase before, DepartmentFact fact, DepartmentCase after) {
        if (fact instanceof DepartmentFact.Published(var event)) {
            switch (event) {
                case RequestAnswered it ->
                    count("redress_served_total", it.department(), isLate(it) ? "late" : "on-time");
                case RequestDeclined it -> count("redress_served_total", it.department(), "declined");
                case DeliveryRated it ->
                    count("redress_ratings_total", it.department(), it.onTime() && it.complete() ? "good" : "not-good");
                case RatingReminded it -> count("redress_ratings_total", it.department(), "reminded");
                default -> {
                    // Nothing that is about how departments serve.
                }
            }
        }
    }

    private static boolean isLate(RequestAnswered answered) {
        return answered.dueAt() != null && answered.answeredAt().isAfter(answered.dueAt());
    }

    private void count(String name, DepartmentCode department, String outcome) {
        registry.counter(name, "department", labels.of(department), "outcome", outcome)
                .increment();
    }
}
