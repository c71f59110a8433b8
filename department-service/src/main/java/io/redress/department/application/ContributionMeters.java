package io.redress.department.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.CooperationFact.ContributionKept;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentFact;
import org.jspecify.annotations.Nullable;

/** Counts what departments know about the cases of others, and how often it helped (R68). */
public final class ContributionMeters implements CountedRules.Meters {
    /** Whose contributions are those of whoever speaks with customers. */
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private final MeterRegistry registry;
    private final DepartmentLabels labels = new DepartmentLabels();

    public ContributionMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void count(DepartmentCase before, DepartmentFact fact, DepartmentCase after) {
        if (fact instanceof ContributionKept(var contribution)) {
            count("redress_contributions_total", contribution.department());
        } else if (fact instanceof DepartmentFact.ReplyTaken) {
            after.cooperation()
                    .newlyUsedSince(before.cooperation())
                    .forEach(it -> count("redress_contributions_used_total", it.department()));
        }
    }

    private void count(String name, @Nullable DepartmentCode department) {
        registry.counter(name, "department", labels.of(department == null ? FRONT_DESK : department))
                .increment();
    }
}
