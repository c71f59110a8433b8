package io.redress.resolution.domain;

import io.redress.resolution.domain.ResolutionCommand.Choose;
import java.time.Instant;

/** What the customer wants, while what is held for it is being taken. */
public record PendingChoice(String proposalId, String optionId, String by, Instant at) {

    /** Whether the customer says the same again. */
    boolean isSame(Choose choose) {
        return proposalId.equals(choose.proposalId()) && optionId.equals(choose.optionId()) && by.equals(choose.by());
    }

    Choose choose() {
        return new Choose(proposalId, optionId, by);
    }
}
