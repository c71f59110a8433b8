package io.redress.chassis.store;

import java.time.Instant;

/**
 * An event that arrived before its predecessor, kept until that one comes.
 *
 * @param payload as it was received
 */
public record ParkedEvent(
        String stream, long seq, String topic, String type, Instant time, String traceparent, byte[] payload) {}
