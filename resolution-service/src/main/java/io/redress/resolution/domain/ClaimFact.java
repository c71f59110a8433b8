package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.List;

/** What is remembered of what is stated as a fact, beside what everybody is told of it. */
public sealed interface ClaimFact extends AssuranceFact {

    /**
     * The live value of a key is another, and these departments are to know before the customer.
     *
     * @param until when the customer is told without them
     */
    record HearingOpened(String key, List<DepartmentCode> awaiting, Instant until) implements ClaimFact {
        public HearingOpened {
            awaiting = List.copyOf(awaiting);
        }
    }

    /** Everybody inside knows, and the customer need not be told anything. */
    record HearingClosed(String key) implements ClaimFact {}

    /** What was released, as it was asked for. */
    record StatementKept(ReleasedStatement statement) implements ClaimFact {}
}
