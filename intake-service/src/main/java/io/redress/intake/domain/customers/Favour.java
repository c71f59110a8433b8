package io.redress.intake.domain.customers;

import io.redress.contracts.CaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Flexibility that one side has shown the other; reciprocity works both ways (R147).
 *
 * @param key who noted it under which idempotency key, as one opaque value
 * @param what in a few words
 * @param who the person that gave it, where known
 * @param caseId the case it belongs to
 * @param by who noted it
 */
public record Favour(
        String key,
        Direction direction,
        String what,
        @Nullable String who,
        @Nullable CaseId caseId,
        String by,
        Instant at) {

    /** Seen from us. */
    public enum Direction {
        GIVEN,
        RECEIVED
    }

    boolean isSame(Favour other) {
        return equals(
                new Favour(other.key(), other.direction(), other.what(), other.who(), other.caseId(), other.by(), at));
    }
}
