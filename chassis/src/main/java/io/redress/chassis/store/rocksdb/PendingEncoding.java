package io.redress.chassis.store.rocksdb;

import static io.redress.chassis.store.rocksdb.CaseEncoding.readInstant;
import static io.redress.chassis.store.rocksdb.CaseEncoding.writeInstant;

import io.redress.chassis.store.PendingEvent;

/** How a pending event becomes bytes; what its key says is not said again. */
final class PendingEncoding {
    private static final int VERSION = 1;
    private static final int USUAL_HEAD = 256;

    private PendingEncoding() {}

    static byte[] encoded(PendingEvent event) {
        ByteWriter out = new ByteWriter(USUAL_HEAD + event.payload().length).octet(VERSION);
        writeInstant(out.text(event.topic()).text(event.type()), event.time());
        return out.text(event.traceparent()).block(event.payload()).written();
    }

    static PendingEvent event(PendingEvent.Key key, byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "Expected a pending event stored in version " + VERSION + ", but found version " + version);
        }
        return new PendingEvent(
                key.caseId(), key.stream(), key.seq(), in.text(), in.text(), readInstant(in), in.text(), in.block());
    }
}
