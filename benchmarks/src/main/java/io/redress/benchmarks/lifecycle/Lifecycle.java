package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.journal.Journal;
import io.redress.benchmarks.lifecycle.Signal.Executed;
import io.redress.benchmarks.lifecycle.Signal.Proposed;
import io.redress.benchmarks.load.Measurements;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One complaint on its way through all six steps, seen from outside. Runs on a virtual thread of its own and waits. */
public final class Lifecycle {
    /** The calls of a lifecycle over HTTP, in their order; those of departments as often as they answer so. */
    public static final List<String> CALLS = List.of(
            "complaint, POST",
            "case, GET",
            "department reply, POST",
            "department request, GET",
            "resolution proposed, GET",
            "choice, POST",
            "resolution chosen, GET",
            "case resolved, GET",
            "closure, POST",
            "resolution closed, GET",
            "review, POST",
            "review, GET");

    private static final String AT_LEAST = "Redress-At-Least";

    private final Cast cast;
    private final long number;
    private final long deadline;
    private String caseId = "";
    private volatile String doing = "filing the complaint";

    /** Everybody who takes part, and who writes down what happens. */
    record Cast(
            Desk desk,
            Tokens tokens,
            Complaints complaints,
            Mailboxes mailboxes,
            Departments departments,
            Journal journal,
            Measurements measurements) {}

    /** @param deadline nanoseconds after which nobody waits for a signal any more */
    Lifecycle(Cast cast, long number, long deadline) {
        this.cast = cast;
        this.number = number;
        this.deadline = deadline;
    }

    /**
     * Goes all the way.
     *
     * @param due when the complaint was to be filed
     * @throws CallFailed where the system did not do its part
     * @throws TimeoutException where the deadline passed while waiting
     */
    void run(long due) throws TimeoutException {
        file(due);
        Mailbox mailbox = cast.mailboxes.claim(caseId);
        try {
            mailbox.answerWith(request -> cast.departments.answer(request, mailbox::fail));
            read("case, GET", "", "frontline", "/caseId", caseId);
            Proposed proposed = await("a proposal", mailbox.proposed());
            choose(proposed);
            Executed executed = await("the execution", mailbox.executed());
            doing = "closing";
            seeResolved(executed);
            close();
            await("the review", mailbox.reviewOpened());
            review();
            cast.journal.finished(caseId);
            cast.measurements.took("whole lifecycle", due, System.nanoTime());
        } finally {
            cast.mailboxes.release(caseId);
        }
    }

    /** Where it is, for those that never come to an end. */
    String doing() {
        return doing;
    }

    private void file(long due) {
        String key = cast.complaints.key(number);
        Answer answer = fileComplaint(cast, number, due);
        caseId = answer.field("/caseId");
        if (caseId.isEmpty()) {
            throw new CallFailed("complaint, POST: no case id", "Expected a case id for " + key);
        }
    }

    /** Files complaint {@code number} and writes down what was answered. */
    static Answer fileComplaint(Cast cast, long number, long due) {
        String key = cast.complaints.key(number);
        Call call = Call.post(
                        "complaint, POST",
                        "/api/v1/complaints",
                        cast.tokens.of("frontline"),
                        cast.complaints.body(number))
                .with("Idempotency-Key", key);
        Answer answer = cast.desk.ask(call, due);
        cast.journal.answered(Journal.COMPLAINT, key, answer.field("/caseId"), answer.status(), answer.position());
        if (!answer.isSuccess()) {
            throw CallFailed.status(call, answer);
        }
        return answer;
    }

    private void choose(Proposed proposed) {
        doing = "choosing";
        Answer seen = read("resolution proposed, GET", "/resolution", "frontline", "/state", "proposed");
        String body = "{\"proposalId\":\"" + proposed.proposalId() + "\",\"optionId\":\"" + proposed.optionId() + "\"}";
        write(
                "choice",
                Call.post("choice, POST", path("/choice"), cast.tokens.of("frontline"), body)
                        .with("If-Match", seen.etag()));
        read("resolution chosen, GET", "/resolution", "frontline", "/state", "chosen", "executed");
    }

    private void seeResolved(Executed executed) {
        // Another service's news: only the one who has heard of it can say what the read must know.
        Call call = Call.get("case resolved, GET", path(""), cast.tokens.of("frontline"))
                .with(AT_LEAST, "resolutions=" + executed.sequence());
        cast.desk.see(call, "/status", "resolved");
    }

    private void close() {
        write(
                "closure",
                Call.post(
                        "closure, POST",
                        path("/closure"),
                        cast.tokens.of("frontline"),
                        "{\"satisfied\":true,\"words\":\"Thank you.\"}"));
        read("resolution closed, GET", "/resolution", "frontline", "/state", "closed");
    }

    private void review() {
        doing = "reviewing";
        String body = """
                {"rootCause":"A table was out of date.","preventiveAction":"It is compared each month.",\
                "actionOwner":"Silvia","actionDue":"2099-12-15"}""";
        write("review", Call.post("review, POST", path("/review"), cast.tokens.of("supervisor"), body));
        read("review, GET", "/review", "supervisor", "/state", "completed");
    }

    private void write(String what, Call call) {
        Answer answer = cast.desk.ask(call, System.nanoTime());
        cast.journal.answered(what, "", caseId, answer.status(), answer.position());
        if (!answer.isSuccess()) {
            throw CallFailed.status(call, answer);
        }
    }

    /** Reads as the one who wrote last. What was written must be there; the gateway sees to it, so nothing is sent along. */
    private Answer read(String name, String below, String role, String pointer, String... oneOf) {
        return cast.desk.see(Call.get(name, path(below), cast.tokens.of(role)), pointer, oneOf);
    }

    private String path(String below) {
        return "/api/v1/cases/" + caseId + below;
    }

    private <T> T await(String what, CompletableFuture<T> signal) throws TimeoutException {
        doing = "waiting for " + what;
        long since = System.nanoTime();
        try {
            T heard = signal.get(Math.max(0, deadline - since), TimeUnit.NANOSECONDS);
            cast.measurements.took("wait for " + what, since, System.nanoTime());
            return heard;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof CallFailed failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed("stopped", "The run was stopped while " + doing);
        }
    }
}
