package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is stated as a fact towards the customer, and what becomes of it (rule 7), on topic {@link Topics#RESOLUTIONS}. */
public sealed interface ClaimEvent extends AssuranceEvent {

    /**
     * From now on this is the one live value of that key in the case.
     *
     * @param key for example {@code delivery.date}
     * @param evidence what it rests on
     * @param requestId the request whose answer stated it; absent where it was stated by itself
     */
    @WireName("redress.resolution.claim-made.v1")
    record ClaimMade(
            CaseId caseId,
            String claimId,
            String key,
            String value,
            DepartmentCode department,
            String by,
            Instant madeAt,
            @Nullable String evidence,
            @Nullable RequestId requestId)
            implements ClaimEvent {
        public ClaimMade {
            Bounds.text("a key", key, Limits.KEY);
            Bounds.text("a value", value, Limits.CLAIM_VALUE);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.optionalText("evidence", evidence, Limits.NOTE);
        }
    }
}
