package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.journal.Journal;
import io.redress.benchmarks.lifecycle.Signal.Requested;
import io.redress.benchmarks.load.Measurements;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The systems of the departments: they answer whatever they are asked, every second time over REST, else on the topic. */
final class Departments {
    private static final Duration SOON = Duration.ofMillis(25);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final Desk desk;
    private final Tokens tokens;
    private final Outbound topic;
    private final Journal journal;
    private final Measurements measurements;
    private final AtomicLong asked = new AtomicLong();

    Departments(Desk desk, Tokens tokens, Outbound topic, Journal journal, Measurements measurements) {
        this.desk = desk;
        this.tokens = tokens;
        this.topic = topic;
        this.journal = journal;
        this.measurements = measurements;
    }

    /** Answers, without keeping the caller waiting; {@code failed} hears of it where that is not possible. */
    void answer(Requested request, Consumer<CallFailed> failed) {
        if (asked.getAndIncrement() % 2 == 0) {
            Thread.ofVirtual().start(() -> overRest(request, failed));
        } else {
            onTopic(request, failed);
        }
    }

    private void onTopic(Requested request, Consumer<CallFailed> failed) {
        long due = System.nanoTime();
        topic.send(request.caseId(), Reply.onTopic(request), problem -> {
            measurements.took("department reply, topic", due, System.nanoTime());
            if (problem != null) {
                failed.accept(new CallFailed("department reply, topic: not taken", problem.toString()));
            }
        });
    }

    private void overRest(Requested request, Consumer<CallFailed> failed) {
        String path = "/api/v1/departments/" + request.department() + "/requests/" + request.requestId();
        try {
            Answer written = post(request, path);
            String reader = tokens.ofFirst("department:" + request.department(), "supervisor");
            desk.see(
                    Call.get("department request, GET", path, reader).with("Redress-At-Least", written.position()),
                    "/state",
                    "answered");
        } catch (CallFailed e) {
            failed.accept(e);
        }
    }

    /**
     * The department's topic may be quicker than the department service, which then does not know the request yet. The
     * system comes again soon; only the attempt that was taken is measured as the reply.
     */
    private Answer post(Requested request, String path) {
        String key = request.requestId() + "-rest";
        Call reply = Call.post(
                        "department reply, POST",
                        path + "/replies",
                        tokens.of("department-system"),
                        Reply.overRest(request))
                .with("Idempotency-Key", key);
        long begun = System.nanoTime();
        while (true) {
            Answer answer = desk.askUnlessUnknown(reply);
            journal.answered("reply", key, request.caseId(), answer.status(), answer.position());
            if (answer.isSuccess()) {
                return answer;
            }
            if (answer.status() != 404 || System.nanoTime() - begun > PATIENCE) {
                throw CallFailed.status(reply, answer);
            }
            measurements.count("request known to the topic before the department service");
            Desk.pause(SOON);
        }
    }

    /** Where replies go that are not sent over REST. */
    interface Outbound {
        void send(String caseId, String json, Consumer<@Nullable Exception> done);
    }
}
