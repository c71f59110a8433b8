package io.redress.department.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.department.domain.CharterBook;
import java.time.Instant;
import java.util.List;

/** Where charters are found. */
final class CharterEntries {
    /** All charters under {@link #ALL}, the one that was published last first. */
    static final String BY_CHANGE = "charters-by-change";

    static final String ALL = "all";

    private CharterEntries() {}

    static List<IndexEntry> of(CharterBook book) {
        return List.of(IndexEntry.sorted(
                BY_CHANGE, ALL, latestFirst(book.editions().getLast().publishedAt())));
    }

    private static String latestFirst(Instant at) {
        return String.format("%016x", Long.MAX_VALUE - at.toEpochMilli());
    }
}
