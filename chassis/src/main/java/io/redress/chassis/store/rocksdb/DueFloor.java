package io.redress.chassis.store.rocksdb;

import java.util.Arrays;

/**
 * A key below which no deadline lies. Deadlines are taken from the front and deleted there, so a scan from the very
 * beginning would wade through the tombstones of all that have passed.
 */
final class DueFloor {
    private byte[] floor = new byte[0];
    private long lowerings;

    /** Where a scan may begin, and what to hand back with what it found. */
    synchronized Mark mark() {
        return new Mark(floor, lowerings);
    }

    /** A deadline has been written. */
    synchronized void lower(byte[] key) {
        lowerings++;
        if (Arrays.compareUnsigned(key, floor) < 0) {
            floor = key;
        }
    }

    /** A scan that began at {@code mark} met nothing before {@code first}; forgotten if one was written meanwhile. */
    synchronized void raise(Mark mark, byte[] first) {
        if (mark.lowerings == lowerings && Arrays.compareUnsigned(first, floor) > 0) {
            floor = first;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Mark(byte[] floor, long lowerings) {}
}
