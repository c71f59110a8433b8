package io.redress.chassis.store.rocksdb;

import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.ParkedEvent;
import io.redress.chassis.store.StoredCase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a case becomes bytes: a version, the head, then the rest, so that a write reads no more than the head. */
final class CaseEncoding {
    private static final int VERSION = 1;
    private static final int USUAL_HEAD = 512;

    private CaseEncoding() {}

    static byte[] encoded(CaseHead head, CaseWrite write) {
        ByteWriter out = new ByteWriter(USUAL_HEAD + write.state().length).octet(VERSION);
        writeHead(out, head);
        return out.counts(write.positions())
                .counts(write.sequences())
                .each(write.parked(), event -> writeParked(out, event))
                .block(write.state())
                .written();
    }

    static CaseHead head(byte @Nullable [] bytes) {
        return bytes == null ? CaseHead.ABSENT : readHead(opened(bytes));
    }

    static StoredCase stored(String id, byte[] bytes) {
        ByteReader in = opened(bytes);
        CaseHead head = readHead(in);
        Map<String, Long> positions = in.counts();
        Map<String, Long> sequences = in.counts();
        List<ParkedEvent> parked = in.each(() -> readParked(in));
        return new StoredCase(id, head.revision(), in.block(), positions, sequences, parked, head.logSize());
    }

    private static ByteReader opened(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.octet();
        if (version != VERSION) {
            throw new IllegalStateException(
                    "Expected a case stored in version " + VERSION + ", but found version " + version);
        }
        return in;
    }

    private static void writeHead(ByteWriter out, CaseHead head) {
        Long due = head.due();
        out.number(head.revision()).number(head.logSize()).octet(due == null ? 0 : 1);
        if (due != null) {
            out.number(due);
        }
        out.each(head.entries(), out::text);
    }

    private static CaseHead readHead(ByteReader in) {
        return new CaseHead(in.number(), in.number(), in.octet() == 0 ? null : (Long) in.number(), in.each(in::text));
    }

    private static void writeParked(ByteWriter out, ParkedEvent event) {
        out.text(event.stream()).number(event.seq()).text(event.topic()).text(event.type());
        writeInstant(out, event.time());
        out.text(event.traceparent()).block(event.payload());
    }

    private static ParkedEvent readParked(ByteReader in) {
        return new ParkedEvent(in.text(), in.number(), in.text(), in.text(), readInstant(in), in.text(), in.block());
    }

    static void writeInstant(ByteWriter out, Instant time) {
        out.number(time.getEpochSecond()).number(time.getNano());
    }

    static Instant readInstant(ByteReader in) {
        return Instant.ofEpochSecond(in.number(), in.number());
    }
}
