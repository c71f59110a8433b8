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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rules, watched by who counts what departments know about the cases of others, and how often it helped (R68). */
public final class ContributionMeters implements Decider<DepartmentCase, DepartmentCommand, DepartmentFact> {
    /** Codes come from outside too; a registry with more departments than this is an attack. */
    private static final int MOST_LABELS = 200;

    private final Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules;
    private final MeterRegistry registry;
    private final Set<String> labels = ConcurrentHashMap.newKeySet();

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
        registry.counter(name, "department", label(department)).increment();
    }

    private String label(@Nullable DepartmentCode department) {
        String code = department == null ? "front-desk" : department.value();
        return labels.contains(code) || labels.size() < MOST_LABELS && labels.add(code) ? code : "other";
    }
}
