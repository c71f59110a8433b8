package io.redress.department.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.UrgencyEvent.UrgencyGranted;
import io.redress.contracts.UrgencyEvent.UrgencyJudged;
import io.redress.contracts.UrgencyEvent.UrgencyRefused;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import java.time.Instant;

/** The rules, watched by who counts what each department wants before others, and how much of it was later found unjustified (R91). */
public final class UrgencyMeters implements Decider<DepartmentCase, DepartmentCommand, DepartmentFact> {
    private final Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules;
    private final MeterRegistry registry;
    private final DepartmentLabels labels = new DepartmentLabels();

    public UrgencyMeters(Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules, MeterRegistry registry) {
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
        return rules.evolve(state, fact);
    }

    private void count(String name, DepartmentCode requester, String outcome) {
        registry.counter(name, "department", labels.of(requester), "outcome", outcome)
                .increment();
    }
}
