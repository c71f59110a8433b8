package io.redress.chassis.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that moves when it is told to, for tests and simulations. Never backwards. */
public final class ControllableTime implements InstantSource {
    private final AtomicReference<Instant> now;

    public ControllableTime(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** @throws IllegalArgumentException for a negative duration */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Expected time to go forward, but got " + by);
        }
        now.updateAndGet(instant -> instant.plus(by));
    }
}
