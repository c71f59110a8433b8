package io.redress.benchmarks.burst;

import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.lifecycle.Desk;
import io.redress.benchmarks.load.ArrivalSchedule;
import io.redress.benchmarks.load.Measurements;
import io.redress.benchmarks.load.OpenLoop;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The complaints, each filed when it is due and whether or not those before were answered. */
final class Posting {
    /** In the figures. */
    static final String CALL = "complaint, POST";

    private static final long TICK = 1_000_000;

    private final Desk desk;
    private final String token;
    private final Mix mix;
    private final Filed filed;
    private final Measurements measurements;
    private final AtomicLong begun = new AtomicLong();

    Posting(Desk desk, String token, Mix mix, Filed filed, Measurements measurements) {
        this.desk = desk;
        this.token = token;
        this.mix = mix;
        this.filed = filed;
        this.measurements = measurements;
    }

    /**
     * Files that many and waits until the last is answered.
     *
     * @return complaints that were shed, because more than {@code mostInFlight} waited for an answer
     */
    long run(long count, double rate, int mostInFlight) {
        long start = System.nanoTime();
        OpenLoop loop = new OpenLoop(new ArrivalSchedule(rate), start, mostInFlight);
        long last = start + new ArrivalSchedule(rate).due(count - 1);
        while (loop.nextDue() <= last) {
            loop.release(
                    Math.min(System.nanoTime(), last),
                    due -> Thread.ofVirtual().start(() -> file(begun.getAndIncrement(), due, loop)));
            LockSupport.parkNanos(TICK);
        }
        while (loop.inFlight() > 0) {
            LockSupport.parkNanos(TICK);
        }
        return loop.shed();
    }

    /** Due so far, and not shed. */
    long begun() {
        return begun.get();
    }

    private void file(long number, long due, OpenLoop loop) {
        try {
            Mix.Complaint complaint = mix.complaint(number);
            Call call = Call.post(CALL, "/api/v1/complaints", token, complaint.body())
                    .with("Idempotency-Key", complaint.key());
            Answer answer = desk.succeed(call, due);
            filed.accepted(answer.field("/caseId"), complaint.isAboutTheOutage(), Instant.now());
        } catch (CallFailed e) {
            measurements.failed(e.kind(), e.sentence(), due);
        } finally {
            loop.finished();
        }
    }
}
