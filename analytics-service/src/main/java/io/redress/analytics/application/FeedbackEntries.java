package io.redress.analytics.application;

import io.redress.analytics.domain.feedback.Feedback;
import io.redress.analytics.domain.feedback.Said;
import io.redress.analytics.domain.feedback.Told;
import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By what feedback is found. */
public final class FeedbackEntries {
    /** What product management was told, the latest first: all, of a nature, of a product, of both. */
    public static final String INDEX = "feedback";

    /** Cases that the counts do not show as they are. */
    static final String UNCOUNTED = "feedback-uncounted";

    private FeedbackEntries() {}

    /** The value under which it stands in {@link #INDEX}; null for whatever nature or product. */
    public static String value(@Nullable String nature, @Nullable String product) {
        return Fingerprint.of(nature == null ? "" : nature, product == null ? "" : product);
    }

    static void of(Feedback feedback, List<IndexEntry> entries) {
        if (feedback.isUncounted()) {
            entries.add(IndexEntry.sorted(UNCOUNTED, CountOnce.YES, ""));
        }
        Told told = feedback.told();
        Said said = feedback.heard().said();
        if (told == null || said == null) {
            return;
        }
        String latestFirst = latestFirst(told.collectedAt());
        add(entries, null, said.product(), latestFirst);
        told.natures().forEach(nature -> add(entries, nature, said.product(), latestFirst));
    }

    private static void add(
            List<IndexEntry> entries, @Nullable String nature, @Nullable String product, String latestFirst) {
        entries.add(IndexEntry.sorted(INDEX, value(nature, null), latestFirst));
        if (product != null && !product.isEmpty()) {
            entries.add(IndexEntry.sorted(INDEX, value(nature, product), latestFirst));
        }
    }

    /** Index entries ascend; a list begins with the latest. */
    private static String latestFirst(Instant at) {
        return String.format("%016x", Long.MAX_VALUE - at.toEpochMilli());
    }
}
