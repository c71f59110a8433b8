package io.redress.benchmarks.burst;

import io.redress.benchmarks.CannotRun;
import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.lifecycle.Desk;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.load.Measurements;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads cases that were accepted once more: whoever is asked must know them, at the latest when the grace is over. */
final class ReadAgain {
    private static final int AT_ONCE = 16;
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private final Desk desk;
    private final String token;
    private final long deadline;
    private final Measurements measurements;

    /** @param deadline in nanoseconds of the monotonic clock */
    ReadAgain(Desk desk, String token, long deadline, Measurements measurements) {
        this.desk = desk;
        this.token = token;
        this.deadline = deadline;
        this.measurements = measurements;
    }

    /** How many cases are not known there. */
    long missing(Collection<String> cases, String name, String below) {
        List<String> all = List.copyOf(cases);
        AtomicLong missing = new AtomicLong();
        try {
            ClosedLoop.run(AT_ONCE, all.size(), () -> true, number -> {
                if (!isThere(Call.get(name, "/api/v1/cases/" + all.get((int) number) + below, token))) {
                    missing.incrementAndGet();
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The run was stopped while reading cases.", e);
        }
        return missing.get();
    }

    private boolean isThere(Call call) {
        try {
            Answer answer = desk.askUnlessUnknown(call);
            while (answer.status() == 404 && System.nanoTime() < deadline) {
                Desk.pause(AGAIN_AFTER);
                answer = desk.askUnlessUnknown(call);
            }
            return answer.isSuccess();
        } catch (CallFailed e) {
            measurements.failed(e.kind(), e.sentence(), System.nanoTime());
            return false;
        }
    }
}
