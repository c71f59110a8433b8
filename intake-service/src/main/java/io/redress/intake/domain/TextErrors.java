package io.redress.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Errors that people found in what a customer of this case was told. None is ever removed.
 *
 * @param reports in the order of reporting
 */
public record TextErrors(List<Report> reports) {
    static final TextErrors NONE = new TextErrors(List.of());

    public TextErrors {
        reports = List.copyOf(reports);
    }

    /**
     * An error in a text.
     *
     * @param key the reporter's own name for the report, as one opaque value
     * @param messageId which message; null where only the case is known
     * @param kind of the message, where known
     */
    public record Report(
            String id,
            String key,
            @Nullable String messageId,
            @Nullable String kind,
            String where,
            String what,
            String by,
            Instant at,
            @Nullable Resolution resolution) {

        Report resolved(Resolution how) {
            return new Report(id, key, messageId, kind, where, what, by, at, how);
        }
    }

    /** What was done about it. */
    public record Resolution(String how, String by, Instant at) {}

    /** The report that somebody made under a key. */
    public Optional<Report> byKey(String key) {
        return reports.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /** The report with an id. */
    public Optional<Report> byId(String id) {
        return reports.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    TextErrors with(Report report) {
        List<Report> next = new ArrayList<>(reports);
        next.removeIf(it -> it.id().equals(report.id()));
        next.add(report);
        return new TextErrors(next);
    }
}
