package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.CannotRun;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.load.Measurements;
import io.redress.benchmarks.load.Progress;
import io.redress.benchmarks.load.Window;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Files complaints that nobody follows, so that a run begins with a full store. */
public final class Prefill {
    private static final int AT_ONCE = 64;
    private static final int QUIET_SECONDS = 3;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final PrintStream progress;

    public Prefill(PrintStream progress) {
        this.progress = progress;
    }

    /**
     * Files that many, as fast as the server takes them, and waits until the services have nothing left to do.
     *
     * @return complaints taken per second
     */
    public double run(LifecycleRun.Target target, long complaints) {
        Measurements measurements = new Measurements(Window.open());
        Desk desk = new Desk(target.http(), measurements);
        Complaints texts = new Complaints(target.run() + "-before");
        Departments silent =
                new Departments(desk, target.tokens(), (caseId, json, done) -> {}, target.journal(), measurements);
        Lifecycle.Cast cast = new Lifecycle.Cast(
                desk, target.tokens(), texts, new Mailboxes(0), silent, target.journal(), measurements);
        AtomicLong taken = new AtomicLong();
        long begun = System.nanoTime();
        try (Progress lines = Progress.of(progress, () -> {
            target.journal().flush();
            return "filing before the run: %d of %d taken, %d errors"
                    .formatted(taken.get(), complaints, measurements.errorCount());
        })) {
            ClosedLoop.run(AT_ONCE, complaints, () -> measurements.errorCount() == 0, n -> file(cast, n, taken));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The run was stopped while filing complaints.", e);
        }
        measurements.examples().forEach((kind, example) -> {
            throw new CannotRun("Expected every complaint before the run to be taken, but " + kind + ". " + example);
        });
        double perSecond = complaints * 1e9 / (System.nanoTime() - begun);
        settle(target);
        return perSecond;
    }

    private static void file(Lifecycle.Cast cast, long number, AtomicLong taken) {
        long due = System.nanoTime();
        try {
            Lifecycle.fileComplaint(cast, number, due);
            taken.incrementAndGet();
        } catch (CallFailed e) {
            cast.measurements().failed(e.kind(), e.sentence(), due);
        }
    }

    /** Services are done when they have published nothing for a while. */
    private void settle(LifecycleRun.Target target) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Map<String, Long> before = target.topics().records();
        for (int quiet = 0; quiet < QUIET_SECONDS; ) {
            if (System.nanoTime() > deadline) {
                throw new CannotRun("Expected the services to come to rest within " + LONGEST.toMinutes()
                        + " minutes, but they still publish.");
            }
            Desk.pause(Duration.ofSeconds(1));
            Map<String, Long> now = target.topics().records();
            quiet = now.equals(before) ? quiet + 1 : 0;
            before = now;
            progress.printf(
                    "        waiting for the services to come to rest: %d records%n",
                    now.values().stream().mapToLong(Long::longValue).sum());
        }
    }
}
