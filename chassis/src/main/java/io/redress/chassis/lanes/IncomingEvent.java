package io.redress.chassis.lanes;

import io.redress.chassis.store.ParkedEvent;
import java.time.Instant;

/**
 * An event as it came from a topic, not yet read.
 *
 * @param stream the sequence it belongs to; empty for messages of outsiders, which have none
 * @param seq its number in the stream, from 1; 0 where there is no stream
 * @param type wire name; empty where the sender gave none
 */
public record IncomingEvent(
        String caseId,
        String stream,
        long seq,
        String topic,
        String type,
        Instant time,
        String traceparent,
        byte[] payload) {

    /** The CloudEvents id it was published under. */
    public String id() {
        return caseId + ":" + stream + ":" + seq;
    }

    ParkedEvent parked() {
        return new ParkedEvent(stream, seq, topic, type, time, traceparent, payload);
    }

    static IncomingEvent of(String caseId, ParkedEvent parked) {
        return new IncomingEvent(
                caseId,
                parked.stream(),
                parked.seq(),
                parked.topic(),
                parked.type(),
                parked.time(),
                parked.traceparent(),
                parked.payload());
    }
}
