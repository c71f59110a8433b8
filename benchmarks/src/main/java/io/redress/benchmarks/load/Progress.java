package io.redress.benchmarks.load;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line each second while something runs, on the error stream, so that the figures stay alone on the other one. */
public final class Progress implements AutoCloseable {
    private final ScheduledExecutorService each;

    private Progress(ScheduledExecutorService each) {
        this.each = each;
    }

    /** Begins; {@code line} is asked each second. */
    public static Progress of(PrintStream out, Supplier<String> line) {
        ScheduledExecutorService each = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());
        long startedAt = System.nanoTime();
        var _ = each.scheduleAtFixedRate(
                () -> out.printf("%4d s  %s%n", (System.nanoTime() - startedAt) / 1_000_000_000, line.get()),
                1,
                1,
                TimeUnit.SECONDS);
        return new Progress(each);
    }

    @Override
    public void close() {
        each.shutdownNow();
    }
}
