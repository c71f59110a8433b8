package io.redress.department.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.CooperationFact.ContributionKept;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules, watched by who counts what departments know about the cases of others, and how often it helped (R68). */
public final class ContributionMeters implements Decider<DepartmentCase, DepartmentCommand, DepartmentFact> {
    /** Whose contributions are those of whoever speaks with customers. */
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private final Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules;
    private final MeterRegistry registry;
    private final DepartmentLabels labels = new DepartmentLabels();

    public ContributionMeters(
            Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules, MeterRegistry registry) {
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
        DepartmentCase after = rules.evolve(state, fact);
        if (fact instanceof ContributionKept(var contribution)) {
            count("redress_contributions_total", contribution.department());
        } else if (fact instanceof DepartmentFact.ReplyTaken) {
            after.cooperation()
                    .newlyUsedSince(state.cooperation())
                    .forEach(it -> count("redress_contributions_used_total", it.department()));
        }
        return after;
    }

    private void count(String name, @Nullable DepartmentCode department) {
        registry.counter(name, "department", labels.of(department == null ? FRONT_DESK : department))
                .increment();
    }
}
