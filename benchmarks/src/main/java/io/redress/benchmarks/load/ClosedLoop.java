package io.redress.benchmarks.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/** A fixed number of workers, each taking the next piece as soon as it is done with one: as fast as the server can. */
public final class ClosedLoop {
    private ClosedLoop() {}

    /**
     * Works until {@code more} says no or {@code most} pieces are taken; returns when all workers are idle.
     *
     * @param work is told the number of the piece, from 0; must not throw
     */
    public static void run(int workers, long most, BooleanSupplier more, LongConsumer work)
            throws InterruptedException {
        AtomicLong next = new AtomicLong();
        Thread[] threads = new Thread[workers];
        for (int i = 0; i < workers; i++) {
            threads[i] = Thread.ofVirtual().start(() -> {
                for (long n = next.getAndIncrement(); n < most && more.getAsBoolean(); n = next.getAndIncrement()) {
                    work.accept(n);
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
