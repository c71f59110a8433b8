package io.redress.resolution.domain;

import io.redress.resolution.domain.ResolutionCommand.Choose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wants, while what is held for it is being taken.
 *
 * @param wantedBy when the customer would like to have it; absent where nobody has said so
 */
public record PendingChoice(
        String proposalId,
        String optionId,
        String by,
        Instant at,
        @Nullable Instant wantedBy) {

    static PendingChoice of(Choose choose, Instant now) {
        return new PendingChoice(choose.proposalId(), choose.optionId(), choose.by(), now, choose.wantedBy());
    }

    /** Whether the customer says the same again. */
    boolean isSame(Choose choose) {
        return proposalId.equals(choose.proposalId()) && optionId.equals(choose.optionId()) && by.equals(choose.by());
    }

    Choose choose() {
        return new Choose(proposalId, optionId, by, wantedBy);
    }
}
