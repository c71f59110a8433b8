package io.redress.routing.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A routing table as somebody wrote it; {@link TableCheck} tells whether it can be used.
 *
 * @param natures the vocabulary of problems (R4); {@code unclear} is always part of it
 */
public record DeclaredTable(Set<String> natures, List<RulesVersion> versions) {
    /** A text in which nobody found a problem, and every nature that a table has never heard of. */
    static final String UNCLEAR = "unclear";

    public DeclaredTable {
        Set<String> all = new TreeSet<>(natures);
        all.add(UNCLEAR);
        natures = Set.copyOf(all);
        versions = List.copyOf(versions);
    }

    /** A table that has only ever had these rows. */
    public static DeclaredTable of(Set<String> natures, List<RoutingRow> rows) {
        return new DeclaredTable(natures, List.of(new RulesVersion("1", null, rows)));
    }
}
