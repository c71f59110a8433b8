package io.redress.chassis.lanes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way out.
 *
 * @param stream the sequence that counts it, one per case and topic
 * @param type wire name
 * @param payload JSON
 * @param happenedAt where that was long before the decision, as for history taken over; null for now
 */
public record Outgoing(
        String stream,
        String topic,
        String type,
        byte[] payload,
        @Nullable Instant happenedAt) {

    /** An event that happens by being decided. */
    public Outgoing(String stream, String topic, String type, byte[] payload) {
        this(stream, topic, type, payload, null);
    }
}
