package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.load.Measurements;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Makes calls as a well-behaved client does, comes again when asked to, and measures from when each call was due. */
public final class Desk {
    /** How long a client keeps coming back. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final HttpCaller http;
    private final Measurements measurements;

    public Desk(HttpCaller http, Measurements measurements) {
        this.http = http;
        this.measurements = measurements;
    }

    /**
     * Makes the call until it is answered with something else than "later"; the waiting counts.
     *
     * @param due when it should have been made, in nanoseconds
     * @throws CallFailed where there is no answer, or "later" for too long
     */
    Answer ask(Call call, long due) {
        Answer answer = exchange(call, due);
        measurements.took(call.name(), due, System.nanoTime());
        return answer;
    }

    /** Like {@link #ask}, due now, but not measured where the answer is 404. */
    public Answer askUnlessUnknown(Call call) {
        long due = System.nanoTime();
        Answer answer = exchange(call, due);
        if (answer.status() != 404) {
            measurements.took(call.name(), due, System.nanoTime());
        }
        return answer;
    }

    private Answer exchange(Call call, long due) {
        while (true) {
            Answer answer = http.exchange(call);
            if (!answer.isRetryLater() || System.nanoTime() - due > PATIENCE) {
                return answer;
            }
            measurements.count("asked to come later (" + answer.status() + ")");
            pause(Duration.ofSeconds(answer.retryAfter()));
        }
    }

    /** Like {@link #ask}, due now, and it must be done. */
    public Answer succeed(Call call) {
        return succeed(call, System.nanoTime());
    }

    /**
     * Like {@link #ask}, and it must be done.
     *
     * @throws CallFailed where it is not
     */
    public Answer succeed(Call call, long due) {
        Answer answer = ask(call, due);
        if (!answer.isSuccess()) {
            throw CallFailed.status(call, answer);
        }
        return answer;
    }

    /** Like {@link #succeed(Call)}, and the answer must say that. */
    Answer see(Call call, String pointer, String... oneOf) {
        Answer answer = succeed(call);
        String value = answer.field(pointer);
        for (String expected : oneOf) {
            if (expected.equals(value)) {
                return answer;
            }
        }
        throw CallFailed.content(call, answer, pointer + " " + String.join(" or ", oneOf));
    }

    /** Waits so long, unless the run is stopped. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("stopped", "The run was stopped");
        }
    }
}
