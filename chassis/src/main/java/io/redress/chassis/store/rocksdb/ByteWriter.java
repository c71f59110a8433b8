package io.redress.chassis.store.rocksdb;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/** Puts values one behind another into bytes; {@link ByteReader} takes them out in the same order. */
final class ByteWriter {
    private byte[] bytes;
    private int size;

    ByteWriter(int expectedSize) {
        bytes = new byte[expectedSize];
    }

    ByteWriter octet(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /** Seven bits per byte, the lowest first: small numbers, which most are, take one byte. */
    ByteWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    /** Eight bytes, the highest first, so that keys of non-negative numbers sort as the numbers do. */
    ByteWriter fixed(long value) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            octet((int) (value >>> shift));
        }
        return this;
    }

    ByteWriter raw(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    ByteWriter block(byte[] value) {
        return number(value.length).raw(value);
    }

    ByteWriter text(String value) {
        return block(value.getBytes(StandardCharsets.UTF_8));
    }

    ByteWriter counts(Map<String, Long> values) {
        return each(values.entrySet(), count -> text(count.getKey()).number(count.getValue()));
    }

    <T> ByteWriter each(Collection<T> values, Consumer<T> writing) {
        number(values.size());
        values.forEach(writing);
        return this;
    }

    byte[] written() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
