package io.redress.intake.application;

import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexEntry;
import io.redress.intake.domain.drills.Drill;
import java.util.List;

/** By what drills are found: by whoever trains, and all together. */
final class DrillEntries {
    static final String ALL = "all";

    private DrillEntries() {}

    static List<IndexEntry> of(Drill drill) {
        String latestFirst = IntakeDefinition.latestFirst(drill.startedAt());
        return List.of(
                IndexEntry.sorted(IntakeDefinition.BY_DRILLS_OF, Fingerprint.of(drill.consultant()), latestFirst),
                IndexEntry.sorted(IntakeDefinition.BY_DRILLS, ALL, latestFirst));
    }
}
