package io.redress.analytics.domain;

import java.time.Instant;

/**
 * One event of a case, as it was published.
 *
 * @param type its wire name
 * @param seq its number in the stream
 * @param data the event as JSON
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Copied once, from the topic into the journey; nobody compares or changes it.
public record JourneyEntry(Instant time, String stream, String type, long seq, byte[] data) {}
