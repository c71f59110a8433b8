package io.redress.resolution.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said about remedies on their way. Saying it twice is saying it once. */
public sealed interface ExecutionCommand extends AssuranceCommand {

    /** Also the idempotency key towards whoever carries it out. */
    String remedyId();

    /** It is about to be ordered; whoever gets no fact for it must not order it. */
    record TakeRemedy(String remedyId) implements ExecutionCommand {}

    /** @param reference what the provider calls it */
    record NoteRemedyExecuted(String remedyId, String reference, Instant at) implements ExecutionCommand {}

    /** What became of one try; once somebody has tried again, it counts no more. */
    sealed interface OfTry extends ExecutionCommand {

        /** As in {@link Sending#tries}. */
        int tries();
    }

    /** For good. */
    record NoteRemedyRefused(String remedyId, int tries, String reason) implements OfTry {}

    /** Nobody knows whether it was carried out. */
    record NoteRemedyUnknown(String remedyId, int tries, String reason) implements OfTry {}

    /**
     * The provider does not have it.
     *
     * @param asked whether it says so when asked; else the order has never left
     * @param notBefore how long it wants to be left alone; absent where it has not said
     */
    record NoteRemedyNeverOrdered(
            String remedyId,
            int tries,
            boolean asked,
            @Nullable Duration notBefore) implements OfTry {}
}
