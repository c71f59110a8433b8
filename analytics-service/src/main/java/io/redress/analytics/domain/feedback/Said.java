package io.redress.analytics.domain.feedback;

import io.redress.chassis.redact.AnonymousWords;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has said, as somebody may read it who need not know who it was.
 *
 * @param reference the company's own number of the customer; only to take it out of further words
 * @param words without what finds or names a person; absent once they are not needed any more
 */
public record Said(
        CaseId caseId,
        String reference,
        Customer.Tier tier,
        String language,
        @Nullable String product,
        @Nullable String region,
        @Nullable String words,
        Instant receivedAt) {
    private static final String BETWEEN = "\n\n";

    /** The complaint, redacted. */
    public static Said in(ComplaintReceived complaint) {
        String reference = complaint.customer().reference();
        return new Said(
                complaint.caseId(),
                reference,
                complaint.customer().tier(),
                complaint.language(),
                complaint.product(),
                complaint.region(),
                AnonymousWords.of(complaint.text(), reference, Limits.NOTE),
                complaint.receivedAt());
    }

    /** The same with what the customer said after it. Where both are too long, the beginning stays. */
    Said adding(String more) {
        String redacted = AnonymousWords.of(more, reference, Limits.NOTE);
        return words == null ? with(redacted) : with(cut(words + BETWEEN + redacted));
    }

    private static String cut(String all) {
        return all.codePointCount(0, all.length()) <= Limits.NOTE
                ? all
                : all.substring(0, all.offsetByCodePoints(0, Limits.NOTE));
    }

    Said withoutWords() {
        return with(null);
    }

    private Said with(@Nullable String others) {
        return new Said(caseId, reference, tier, language, product, region, others, receivedAt);
    }
}
