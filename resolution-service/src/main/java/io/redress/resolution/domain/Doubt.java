package io.redress.resolution.domain;

import java.time.Instant;

/**
 * That an order which nobody has confirmed may have arrived, or may still do so.
 *
 * @param until before which it may still be on its way
 * @param denied how often the provider has said since the first such order that it does not have it
 */
public record Doubt(Instant until, int denied) {
    /** One denial says little: who takes orders and who answers questions may be two, and the one behind the other. */
    private static final int ENOUGH = 4;

    Doubt deniedOnceMore() {
        return new Doubt(until, denied + 1);
    }

    /** Whether nothing has arrived, and nothing will. */
    boolean isOver(Instant now) {
        return denied >= ENOUGH && !now.isBefore(until);
    }
}
