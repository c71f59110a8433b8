package io.redress.intake.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.intake.domain.TextErrors;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Under which states a case is found by its text errors. */
final class TextErrorEntries {
    private TextErrorEntries() {}

    static List<IndexEntry> of(TextErrors errors) {
        return Stream.of(entry(errors, "open"), entry(errors, "resolved"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<IndexEntry> entry(TextErrors errors, String status) {
        return errors.reports().stream()
                .filter(it -> (it.resolution() == null) == status.equals("open"))
                .map(TextErrors.Report::at)
                .max(Comparator.naturalOrder())
                .map(latest -> IndexEntry.sorted(
                        IntakeDefinition.BY_TEXT_ERRORS, status, IntakeDefinition.latestFirst(latest)))
                .stream()
                .toList();
    }
}
