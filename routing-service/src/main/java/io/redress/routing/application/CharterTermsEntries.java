package io.redress.routing.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.routing.domain.CharterKnown;
import io.redress.routing.domain.RoutingState;
import java.util.List;

/** Where charters are found. */
final class CharterTermsEntries {
    /** All charters under {@link KnowledgeEntries#ALL}, the one that was heard of last first. */
    static final String BY_CHANGE = "charters-by-change";

    private CharterTermsEntries() {}

    static List<IndexEntry> of(RoutingState state) {
        return state instanceof CharterKnown charter
                ? List.of(IndexEntry.sorted(
                        BY_CHANGE, KnowledgeEntries.ALL, KnowledgeEntries.latestFirst(charter.notedAt())))
                : List.of();
    }
}
