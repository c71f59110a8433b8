package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.CannotRun;
import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.load.Measurements;
import io.redress.benchmarks.load.Progress;
import io.redress.benchmarks.load.Window;
import java.io.PrintStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** Files complaints as fast as they are taken, and does nothing else with them. */
public final class IntakeRun {
    private static final String CALL = "complaints, POST";

    private final PrintStream progress;

    /**
     * What was reached.
     *
     * @param latency in microseconds
     */
    public record Result(double perSecond, Histogram latency) {}

    public IntakeRun(PrintStream progress) {
        this.progress = progress;
    }

    /** Warms up as long as it measures. */
    public Result run(HttpCaller http, String token, int connections, Duration duration) {
        long from = System.nanoTime() + duration.toNanos();
        Window window = new Window(from, from + duration.toNanos());
        Measurements measurements = new Measurements(window);
        Complaints complaints = new Complaints("intake-" + UUID.randomUUID());
        AtomicLong taken = new AtomicLong();
        try (Progress lines = Progress.of(progress, () -> "complaints taken: %d".formatted(taken.get()))) {
            ClosedLoop.run(
                    connections,
                    Long.MAX_VALUE,
                    () -> System.nanoTime() < window.end() && measurements.errorCount() == 0,
                    number -> {
                        once(http, token, complaints, number, measurements);
                        taken.incrementAndGet();
                    });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The run was stopped.", e);
        }
        measurements.examples().forEach((kind, example) -> {
            throw new CannotRun("Expected every complaint to be taken, but it was not. " + example);
        });
        Histogram latency = measurements.latencies().get(CALL);
        if (latency == null) {
            throw new CannotRun("Expected complaints to be taken, but none was in the measured time.");
        }
        return new Result(latency.getTotalCount() / window.seconds(), latency);
    }

    private static void once(
            HttpCaller http, String token, Complaints complaints, long number, Measurements measurements) {
        long due = System.nanoTime();
        try {
            Call call = Call.post(CALL, "/api/v1/complaints", token, complaints.body(number))
                    .with("Idempotency-Key", complaints.key(number));
            Answer answer = http.exchange(call);
            if (!answer.isSuccess()) {
                throw CallFailed.status(call, answer);
            }
            measurements.took(call.name(), due, System.nanoTime());
        } catch (CallFailed e) {
            measurements.failed(e.kind(), e.sentence(), due);
        }
    }
}
