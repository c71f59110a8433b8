package io.redress.department.application;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.SurroundingRules;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import java.util.List;

/** The rules, watched by those who count what happens. */
public final class CountedRules extends SurroundingRules<DepartmentCase, DepartmentCommand, DepartmentFact> {
    private final List<Meters> meters;

    public CountedRules(
            Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules, List<? extends Meters> meters) {
        super(rules);
        this.meters = List.copyOf(meters);
    }

    /** Somebody who counts. Asked once for each fact that was decided; again only where two instances raced for the case. */
    @FunctionalInterface
    public interface Meters {
        void count(DepartmentCase before, DepartmentFact fact, DepartmentCase after);
    }

    @Override
    public DepartmentCase evolve(DepartmentCase state, DepartmentFact fact) {
        DepartmentCase after = rules.evolve(state, fact);
        meters.forEach(it -> it.count(state, fact, after));
        return after;
    }
}
