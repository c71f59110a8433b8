package io.redress.routing.domain.bursts;

import java.time.Instant;

/**
 * Complaints that were seen.
 *
 * @param what as specific as is known
 * @param at when; the detector looks no closer than its buckets
 */
public record Sighting(Signature what, Instant at, int count) {
    public Sighting {
        if (count < 1) {
            throw new IllegalArgumentException("Expected at least one complaint, but got " + count);
        }
    }

    /** One complaint. */
    public static Sighting one(Signature what, Instant at) {
        return new Sighting(what, at, 1);
    }
}
