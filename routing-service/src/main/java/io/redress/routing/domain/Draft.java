package io.redress.routing.domain;

import java.util.List;

/** A table that somebody thinks of, with the departments it would have. Nothing is decided by it. */
public record Draft(Departments departments, DeclaredTable table) {

    /** All that would be wrong with it. */
    public List<TableFinding> findings(Industry profile) {
        return TableCheck.findings(departments, table, profile);
    }

    /**
     * The table as it would decide.
     *
     * @throws IllegalArgumentException where it could not
     */
    public RoutingTable inUse(Industry profile) {
        return new RoutingTable(departments, table, profile);
    }
}
