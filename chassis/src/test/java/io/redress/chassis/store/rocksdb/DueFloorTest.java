package io.redress.chassis.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DueFloorTest {
    private final DueFloor floor = new DueFloor();

    @Test
    void what_a_scan_did_not_meet_is_not_scanned_again() {
        floor.raise(floor.mark(), key(5));
        assertThat(floor.mark().floor()).isEqualTo(key(5));
        floor.raise(floor.mark(), key(3));
        assertThat(floor.mark().floor()).isEqualTo(key(5));
    }

    @Test
    void an_earlier_deadline_lowers_the_floor() {
        floor.raise(floor.mark(), key(5));
        floor.lower(key(7));
        assertThat(floor.mark().floor()).isEqualTo(key(5));
        floor.lower(key(2));
        assertThat(floor.mark().floor()).isEqualTo(key(2));
    }

    @Test
    void a_scan_during_which_a_deadline_was_written_proves_nothing() {
        DueFloor.Mark before = floor.mark();
        floor.lower(key(2));
        floor.raise(before, key(5));
        assertThat(floor.mark().floor()).isEmpty();
    }

    private static byte[] key(int millis) {
        return Keys.due(millis, "a");
    }
}
