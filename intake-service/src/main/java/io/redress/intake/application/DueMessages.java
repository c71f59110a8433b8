package io.redress.intake.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.intake.domain.Deliveries;
import io.redress.intake.domain.Delivery;
import java.time.Instant;
import java.util.List;

/** Where the post office finds the cases whose next message is to be carried: an index, never a scan. */
final class DueMessages {
    /** By the instant at which the next message of a case is due. */
    private static final String DUE = "delivery-due";
    /** By age, those that did not get through at once; nearly always empty. */
    private static final String TROUBLED = "delivery-troubled";

    private static final String ALL = "all";

    private DueMessages() {}

    static List<IndexEntry> entries(Deliveries deliveries) {
        return deliveries.first().map(DueMessages::entries).orElse(List.of());
    }

    private static List<IndexEntry> entries(Delivery first) {
        IndexEntry due = IndexEntry.sorted(DUE, ALL, ascending(first.next()));
        return first.attempts() == 0
                ? List.of(due)
                : List.of(
                        due,
                        IndexEntry.sorted(
                                TROUBLED, ALL, ascending(first.message().composedAt())));
    }

    static IndexQuery due(String cursor, int limit) {
        return new IndexQuery(DUE, ALL, cursor, limit);
    }

    static IndexQuery oldestTroubled() {
        return IndexQuery.first(TROUBLED, ALL, 1);
    }

    private static String ascending(Instant instant) {
        return String.format("%016x", instant.toEpochMilli());
    }
}
