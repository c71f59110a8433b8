package io.redress.benchmarks.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Lets work arrive by the clock and not when the work before is done, as customers do. What was due while nobody looked
 * arrives late but keeps the time it was due, so waiting counts as waiting (no coordinated omission).
 */
public final class OpenLoop {
    private final ArrivalSchedule schedule;
    private final long startedAt;
    private final int mostInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicLong shed = new AtomicLong();
    private long released;

    /**
     * @param startedAt nanoseconds on the clock that {@link #release} is told
     * @param mostInFlight arrivals beyond are shed: counted, but not started
     */
    public OpenLoop(ArrivalSchedule schedule, long startedAt, int mostInFlight) {
        this.schedule = schedule;
        this.startedAt = startedAt;
        this.mostInFlight = mostInFlight;
    }

    /** Starts whatever is due {@code now}; each is told the instant at which it was due. For one thread. */
    public void release(long now, LongConsumer start) {
        long due = schedule.countBy(now - startedAt);
        for (; released < due; released++) {
            if (inFlight.incrementAndGet() > mostInFlight) {
                inFlight.decrementAndGet();
                shed.incrementAndGet();
            } else {
                start.accept(startedAt + schedule.due(released));
            }
        }
    }

    /** When the next arrival is due. */
    public long nextDue() {
        return startedAt + schedule.due(released);
    }

    /** One that was started is over, however it ended. */
    public void finished() {
        inFlight.decrementAndGet();
    }

    /** Started and not over. */
    public int inFlight() {
        return inFlight.get();
    }

    /** Due, but not started because too many were in flight. */
    public long shed() {
        return shed.get();
    }
}
