package io.redress.resolution.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.resolution.domain.ResolutionCase;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds the cases with a remedy about which something is to be done, the earliest first. */
final class RemedyEntries {
    private static final String INDEX = "remedies-due";
    private static final String ALL = "all";

    private RemedyEntries() {}

    static IndexQuery first(int limit) {
        return IndexQuery.first(INDEX, ALL, limit);
    }

    static Stream<IndexEntry> of(ResolutionCase known) {
        return known.assurances().executions().nextRemedy().stream()
                .map(due -> IndexEntry.sorted(INDEX, ALL, sort(due)));
    }

    private static String sort(Instant due) {
        return String.format(Locale.ROOT, "%016x", Math.max(0, due.toEpochMilli()));
    }
}
