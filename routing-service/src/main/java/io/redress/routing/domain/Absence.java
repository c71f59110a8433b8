package io.redress.routing.domain;

import io.redress.contracts.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is not there for a while, and another stands in. It moves no ownership: who acts is the deputy, who answers
 * for it stays.
 *
 * @param id names it
 * @param party who is away, a consultant or a department
 * @param until when they are back
 * @param reason for those whom it concerns only
 * @param by who noted it
 */
public record Absence(
        String id,
        Party party,
        Instant from,
        Instant until,
        Party deputy,
        @Nullable String reason,
        String by,
        Instant notedAt) {

    /** Whether they are away at this instant. */
    public boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** The same absence, whenever it was noted. */
    boolean isSame(Absence other) {
        return equals(new Absence(
                other.id, other.party, other.from, other.until, other.deputy, other.reason, other.by, notedAt));
    }
}
