package io.redress.resolution.application;

import java.time.Instant;

/** What became of a remedy at whoever carries it out. */
public sealed interface RemedyOutcome {

    /** @param reference what the provider calls it */
    record Executed(String reference, Instant at) implements RemedyOutcome {}

    /** For good: trying again would change nothing. */
    record Refused(String reason) implements RemedyOutcome {}

    /** Nobody knows yet whether it was carried out: to be resolved by asking, never by ordering anew. */
    record Unknown(String reason) implements RemedyOutcome {}

    /** The provider has never heard of it, so it may be ordered. */
    record NeverOrdered() implements RemedyOutcome {}
}
