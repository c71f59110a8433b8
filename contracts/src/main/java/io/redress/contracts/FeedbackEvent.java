package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What complaints say about the products, on topic {@link Topics#FEEDBACK}, for product management (R26). It never says
 * who complained. The latest event of a case takes the place of all before it.
 */
public sealed interface FeedbackEvent extends CaseEvent {

    /**
     * A customer has said something that concerns what the products are and do.
     *
     * @param revision the revision of the diagnosis that it rests on, 0 for the first; case, revision and {@code
     *     registered} together name it, whenever and however often it is told
     * @param natures what it is about, the strongest first
     * @param registered whether a wish was registered, or a department has said that it should be
     * @param product which product it is about, as the client named it; absent where it did not
     * @param region where it happened, as the client named it; absent likewise
     * @param language ISO 639-1
     * @param words the customer's own, without what finds or names a person, of at most {@value Limits#NOTE}
     *     characters; absent where nothing was kept of them
     * @param receivedAt when the customer said it
     */
    @WireName("redress.feedback.feedback-collected.v1")
    record FeedbackCollected(
            CaseId caseId,
            int revision,
            List<String> natures,
            boolean registered,
            @Nullable String product,
            @Nullable String region,
            String language,
            Customer.Tier tier,
            @Nullable String words,
            Instant receivedAt,
            Instant collectedAt)
            implements FeedbackEvent {
        public FeedbackCollected {
            Bounds.between("a revision", 0, revision, Integer.MAX_VALUE);
            Bounds.atLeastOne("natures", natures);
            Bounds.count("natures", natures, Limits.KNOWN);
            Bounds.optionalText("a product", product, Limits.KEY);
            Bounds.optionalText("a region", region, Limits.KEY);
            Bounds.optionalText("words", words, Limits.NOTE);
            natures = List.copyOf(natures);
        }
    }

    /** What was collected from the case does not count any more. */
    @WireName("redress.feedback.feedback-withdrawn.v1")
    record FeedbackWithdrawn(CaseId caseId, int revision, Reason reason, Instant withdrawnAt) implements FeedbackEvent {
        public FeedbackWithdrawn {
            Bounds.between("a revision", 0, revision, Integer.MAX_VALUE);
        }

        /** Why it does not count. */
        public enum Reason {
            /** The diagnosis was revised: the complaint is about something else. */
            ABOUT_SOMETHING_ELSE,
            /** The case was merged into another one, which says the same. */
            MERGED
        }
    }
}
