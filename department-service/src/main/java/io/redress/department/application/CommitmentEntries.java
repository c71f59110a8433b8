package io.redress.department.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Commitment;
import io.redress.department.domain.Commitment.End.Released;
import io.redress.department.domain.DepartmentCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where commitments are found beside their case. */
final class CommitmentEntries {
    /** The cases in which commitments of a department were kept or missed, the latest first; the value is its code. */
    static final String SETTLED = "commitments";
    /** The same of all departments, under {@link #ALL}. */
    static final String SETTLED_BY_ANY = "commitments-by-any";
    /** The cases with commitments that nobody has judged yet, the oldest first, under {@link #ALL}. */
    static final String UNJUDGED = "commitments-unjudged";

    static final String ALL = "all";

    private CommitmentEntries() {}

    static List<IndexEntry> of(DepartmentCase state) {
        Map<DepartmentCode, Instant> latest = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        settled(state).forEach(it -> latest.merge(it.department(), settledAt(it), CommitmentEntries::later));
        List<IndexEntry> entries = new ArrayList<>();
        latest.forEach((department, at) -> entries.add(
                IndexEntry.sorted(SETTLED, department.value(), inOrder(Long.MAX_VALUE - at.toEpochMilli()))));
        latest.values().stream()
                .max(Instant::compareTo)
                .ifPresent(at -> entries.add(
                        IndexEntry.sorted(SETTLED_BY_ANY, ALL, inOrder(Long.MAX_VALUE - at.toEpochMilli()))));
        state.dealings()
                .commitments()
                .live()
                .filter(it -> it.judged() == null)
                .map(Commitment::madeAt)
                .min(Instant::compareTo)
                .ifPresent(at -> entries.add(IndexEntry.sorted(UNJUDGED, ALL, inOrder(at.toEpochMilli()))));
        return entries;
    }

    /** Those about which something is decided: kept, missed, or handed on. */
    static Stream<Commitment> settled(DepartmentCase state) {
        return state.dealings().commitments().all().stream()
                .filter(it -> !(it.end() instanceof Released) && it.hasEnded()
                        || !it.missed().isEmpty());
    }

    private static Instant settledAt(Commitment commitment) {
        Commitment.End end = commitment.end();
        return end == null ? commitment.dueAt() : end.at();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static String inOrder(long number) {
        return String.format(Locale.ROOT, "%016x", number);
    }
}
