package io.redress.chassis.store.rocksdb;

import io.redress.chassis.store.PendingEvent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The keys of each column family: bytes whose order is the order of reading. */
final class Keys {
    private static final int SEPARATOR = 0;

    private Keys() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }

    /** Milliseconds, then case. The sign is flipped, so that times before 1970 come first. */
    static byte[] due(long millis, String caseId) {
        return new ByteWriter(64)
                .fixed(millis ^ Long.MIN_VALUE)
                .raw(text(caseId))
                .written();
    }

    /** More than the keys of all cases that are due at {@code millis}; no text in UTF-8 has this last byte. */
    static byte[] dueEnd(long millis) {
        return new ByteWriter(Long.BYTES + 1)
                .fixed(millis ^ Long.MIN_VALUE)
                .octet(0xFF)
                .written();
    }

    static String dueCase(byte[] key) {
        return new String(key, Long.BYTES, key.length - Long.BYTES, StandardCharsets.UTF_8);
    }

    static byte[] pending(PendingEvent.Key key) {
        return new ByteWriter(64)
                .raw(text(key.caseId()))
                .octet(SEPARATOR)
                .raw(text(key.stream()))
                .octet(SEPARATOR)
                .fixed(key.seq())
                .written();
    }

    static PendingEvent.Key pending(byte[] key) {
        int numberAt = key.length - Long.BYTES;
        String names = new String(key, 0, numberAt - 1, StandardCharsets.UTF_8);
        int split = names.indexOf(SEPARATOR);
        return new PendingEvent.Key(
                names.substring(0, split),
                names.substring(split + 1),
                ByteBuffer.wrap(key).getLong(numberAt));
    }

    static byte[] log(String caseId, long number) {
        return new ByteWriter(64)
                .raw(text(caseId))
                .octet(SEPARATOR)
                .fixed(number)
                .written();
    }

    static long logNumber(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }
}
