package io.redress.resolution.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.Clearance;
import io.redress.resolution.domain.Clearances;
import io.redress.resolution.domain.ResolutionCase;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Under which departments a case is found whose clearance is awaited; one entry per department, the oldest first. */
public final class ClearanceEntries {
    /** The value is the code of the department. */
    public static final String TO_CLEAR = "to-clear";

    private ClearanceEntries() {}

    static Stream<IndexEntry> of(ResolutionCase known) {
        Clearances clearances = known.assurances().clearances();
        return clearances.asking().stream()
                .map(department ->
                        IndexEntry.sorted(TO_CLEAR, department.value(), oldest(clearances.open(), department)));
    }

    private static String oldest(List<Clearance> open, DepartmentCode department) {
        long since = open.stream()
                .filter(it -> it.department().equals(department))
                .map(Clearance::requestedAt)
                .min(Comparator.naturalOrder())
                .map(Instant::toEpochMilli)
                .orElse(0L);
        return String.format(Locale.ROOT, "%019d", since);
    }
}
