package io.redress.intake.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a carrier answers. Reasons are sentences without the message and without anything about the customer. */
public sealed interface Receipt {
    /** It has the message, now or from an earlier try. */
    record Taken() implements Receipt {}

    /** It will never take this message. */
    record Refused(String reason) implements Receipt {}

    /**
     * It certainly did not take it, but may later.
     *
     * @param pause how long it wants to be left in peace, or null where it did not say
     */
    record NotNow(String reason, @Nullable Duration pause) implements Receipt {}

    /** The message went out and no answer came: it may have arrived or not. */
    record Unsure(String reason) implements Receipt {}
}
