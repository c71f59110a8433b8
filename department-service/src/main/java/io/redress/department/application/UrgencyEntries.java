package io.redress.department.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Urgencies;
import java.util.stream.Stream;

/** How cases are found by what is urgent in them. */
final class UrgencyEntries {
    /** Turns the order of times around, so that the latest comes first. */
    private static final long LAST = 9_999_999_999_999L;

    private UrgencyEntries() {}

    static Stream<IndexEntry> of(DepartmentCase state) {
        Urgencies urgencies = state.dealings().urgencies();
        Stream<IndexEntry> untold = urgencies.untold().stream()
                .limit(1)
                .map(it -> IndexEntry.sorted(PayForUrgency.UNTOLD, DepartmentDefinition.ALL, ""));
        Stream<IndexEntry> exempt = urgencies.all().stream()
                .filter(it -> it.exemption() != null)
                .mapToLong(it -> it.askedAt().toEpochMilli())
                .max()
                .stream()
                .mapToObj(it -> IndexEntry.sorted(
                        DepartmentDefinition.EXEMPT, DepartmentDefinition.ALL, "%013d".formatted(LAST - it)));
        return Stream.concat(untold, exempt);
    }
}
