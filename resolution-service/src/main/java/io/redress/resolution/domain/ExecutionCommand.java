package io.redress.resolution.domain;

import java.time.Instant;

/** What is said about remedies on their way. Saying it twice is saying it once. */
public sealed interface ExecutionCommand extends AssuranceCommand {

    /** Also the idempotency key towards whoever carries it out. */
    String remedyId();

    /** It is about to be ordered; whoever gets no fact for it must not order it. */
    record TakeRemedy(String remedyId) implements ExecutionCommand {}

    /** @param reference what the provider calls it */
    record NoteRemedyExecuted(String remedyId, String reference, Instant at) implements ExecutionCommand {}

    /** For good. */
    record NoteRemedyRefused(String remedyId, String reason) implements ExecutionCommand {}

    /** Nobody knows whether it was carried out. */
    record NoteRemedyUnknown(String remedyId, String reason) implements ExecutionCommand {}

    /** The provider has never heard of it, so that it may be ordered. */
    record NoteRemedyNeverOrdered(String remedyId) implements ExecutionCommand {}
}
