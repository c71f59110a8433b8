package io.redress.benchmarks.organisation;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.Speaker;
import io.redress.department.domain.UrgencyCommand.SettleUrgency;
import io.redress.department.domain.UrgencyCommand.Urge;
import io.redress.department.domain.UrgencyTerms;
import io.redress.department.domain.UrgencyWeek;
import io.redress.department.domain.UrgencyWeekCommand.Spend;
import java.time.ZoneOffset;
import java.util.Set;

/** The front desk says that something is urgent, and pays for it where somebody counts. */
final class Shouting implements Player {
    private static final UrgencyTerms TERMS = new UrgencyTerms(Set.of("recall"), Set.of(), _ -> ZoneOffset.UTC);

    private final World world;

    Shouting(World world) {
        this.world = world;
    }

    @Override
    public void hear(CaseEvent event) {
        if (!(event instanceof RequestAccepted it)) {
            return;
        }
        Job job = world.desks().job(it.requestId());
        if (job != null
                && world.desks().helped(it.requestId()) == null
                && world.draws()
                        .happens(
                                world.plan().urgent().share(),
                                "urgent",
                                it.requestId().value())) {
            job.shouted = true;
            if (world.plan().urgent().budget()) {
                world.soon(() -> urge(it));
            } else {
                world.desks().of(it.department()).hurry(it.requestId());
            }
        }
    }

    /** The case asks, the week pays or refuses, and the case hears its word. */
    private void urge(RequestAccepted it) {
        String caseId = it.caseId().value();
        Speaker speaker = world.requesterOf(it.requestId());
        if (!world.services()
                .tellDepartments(
                        caseId,
                        new Urge(
                                it.requestId(),
                                it.department(),
                                "urge",
                                speaker,
                                "deadline",
                                "The customer waits for it.",
                                TERMS))) {
            return;
        }
        DepartmentRules.caseOf(world.services().departments(caseId))
                .dealings()
                .urgencies()
                .untold()
                .forEach(urgency -> {
                    String week = UrgencyWeek.idOf(urgency.requester(), urgency.week());
                    int allowance = world.plan().urgent().allowance();
                    boolean granted = world.services().tellDepartments(week, new Spend(urgency, allowance));
                    int spent = world.services().departments(week) instanceof UrgencyWeek known ? known.spent() : 0;
                    world.services()
                            .tellDepartments(
                                    caseId,
                                    new SettleUrgency(
                                            urgency.requestId(),
                                            urgency.week(),
                                            granted,
                                            Math.max(0, allowance - spent)));
                });
    }
}
