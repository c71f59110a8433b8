package io.redress.chassis.store.rocksdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Takes values out of bytes in the order in which {@link ByteWriter} put them in. */
final class ByteReader {
    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        return bytes[at++] & 0xFF;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int next = octet();
        while ((next & 0x80) != 0) {
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
            next = octet();
        }
        return value | (long) next << shift;
    }

    byte[] block() {
        int length = Math.toIntExact(number());
        byte[] value = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return value;
    }

    String text() {
        int length = Math.toIntExact(number());
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    Map<String, Long> counts() {
        Map<String, Long> values = new LinkedHashMap<>();
        for (long left = number(); left > 0; left--) {
            values.put(text(), number());
        }
        return values;
    }

    <T> List<T> each(Supplier<T> reading) {
        List<T> values = new ArrayList<>();
        for (long left = number(); left > 0; left--) {
            values.add(reading.get());
        }
        return values;
    }
}
