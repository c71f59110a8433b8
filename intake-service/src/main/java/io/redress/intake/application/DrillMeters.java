package io.redress.intake.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.intake.domain.DrillFact.DrillEnded;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.drills.Drill.Outcome;
import io.redress.intake.domain.drills.DrillBook;
import java.util.Locale;

/** Counts drills by how they ended. Scenarios and outcomes are few and known beforehand; who trained is no label. */
public final class DrillMeters implements ObservedDecider.Observer {
    private final MeterRegistry registry;

    public DrillMeters(MeterRegistry registry, DrillBook book) {
        this.registry = registry;
        for (String scenario : book.ids()) {
            for (Outcome outcome : Outcome.values()) {
                counter(scenario, outcome);
            }
        }
    }

    @Override
    public void changed(IntakeState before, IntakeFact by, IntakeState after) {
        if (by instanceof DrillEnded(var outcome, var _) && before instanceof Drilled(var drill)) {
            counter(drill.scenario(), outcome).increment();
        }
    }

    private Counter counter(String scenario, Outcome outcome) {
        return registry.counter(
                "redress_drills_total",
                "scenario",
                scenario,
                "outcome",
                outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
