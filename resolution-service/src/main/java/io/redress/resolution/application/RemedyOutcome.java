package io.redress.resolution.application;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a remedy at whoever carries it out. */
public sealed interface RemedyOutcome {

    /** @param reference what the provider calls it */
    record Executed(String reference, Instant at) implements RemedyOutcome {}

    /** For good: trying again would change nothing. */
    record Refused(String reason) implements RemedyOutcome {}

    /** Nobody knows yet whether it was carried out: to be resolved by asking, never by ordering anew. */
    record Unknown(String reason) implements RemedyOutcome {}

    /**
     * Answer to an order: nothing has left. Answer to a question: the provider has not heard of it.
     *
     * @param notBefore how long the provider wants to be left alone; absent where it has not said
     */
    record NeverOrdered(@Nullable Duration notBefore) implements RemedyOutcome {
        /** Where the provider has not said how long to wait. */
        public NeverOrdered() {
            this(null);
        }
    }
}
