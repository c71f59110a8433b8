package io.redress.chassis.store;

import java.time.Instant;

/**
 * An event that is decided and stored, and to be published at least once.
 *
 * @param caseId the document that decided it; what stands in it before a colon tells documents about the same case
 *     apart and is not part of the record's key
 * @param stream the sequence it belongs to
 * @param seq 1, 2, 3 ... per case and stream, without gaps
 * @param topic where it goes
 * @param type wire name
 * @param time when it was decided
 * @param traceparent W3C trace context of what caused it; empty where there is none
 * @param payload JSON
 */
public record PendingEvent(
        String caseId,
        String stream,
        long seq,
        String topic,
        String type,
        Instant time,
        String traceparent,
        byte[] payload) {

    /** Names it among all pending events of a store. */
    public Key key() {
        return new Key(caseId, stream, seq);
    }

    /** What it is about, and the record's key: the id of the document without what stands before a colon. */
    public String subject() {
        return caseId.substring(caseId.indexOf(':') + 1);
    }

    /** The id on the wire, the same however often it is sent: {@code <caseId>:<stream>:<seq>}. */
    public String id() {
        return subject() + ":" + stream + ":" + seq;
    }

    /** Names a pending event. */
    public record Key(String caseId, String stream, long seq) {}
}
