package io.redress.department.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.DeliveryEvent.DeliveryRated;
import io.redress.contracts.DeliveryEvent.RatingReminded;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import java.time.Instant;

/**
 * The rules, watched by who counts how departments serve: what is declined is counted beside what is on time and late, so
 * that a dashboard can show all that was asked (R101).
 */
public final class ServiceMeters implements Decider<DepartmentCase, DepartmentCommand, DepartmentFact> {
    private final Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules;
    private final MeterRegistry registry;
    private final DepartmentLabels labels = new DepartmentLabels();

    public ServiceMeters(Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules, MeterRegistry registry) {
        this.rules = rules;
        this.registry = registry;
    }

    @Override
    public DepartmentCase initialState() {
        return rules.initialState();
    }

    @Override
    public Decision<DepartmentFact> decide(DepartmentCase state, DepartmentCommand command, Instant now) {
        return rules.decide(state, command, now);
    }

    /** Asked once for each fact that was decided; again only where two instances raced for the case. */
    @Override
    public DepartmentCase evolve(DepartmentCase state, DepartmentFact fact) {
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
        return rules.evolve(state, fact);
    }

    private static boolean isLate(RequestAnswered answered) {
        return answered.dueAt() != null && answered.answeredAt().isAfter(answered.dueAt());
    }

    private void count(String name, DepartmentCode department, String outcome) {
        registry.counter(name, "department", labels.of(department), "outcome", outcome)
                .increment();
    }
}
