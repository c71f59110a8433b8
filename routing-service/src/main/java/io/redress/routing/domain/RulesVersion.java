package io.redress.routing.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the routing table. It is in force until a later one is.
 *
 * @param id names it in explanations
 * @param validFrom from when on; absent for the first one, so that there is always one
 */
public record RulesVersion(String id, @Nullable Instant validFrom, List<RoutingRow> rows) {
    public RulesVersion {
        rows = List.copyOf(rows);
    }

    /** From when on, as a point in time. */
    Instant from() {
        return validFrom == null ? Instant.MIN : validFrom;
    }
}
