package io.redress.benchmarks.check;

import io.redress.benchmarks.CannotRun;
import io.redress.benchmarks.http.Answer;
import io.redress.benchmarks.http.Call;
import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.load.Progress;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Whether each case that was answered is there, and each that was reported finished is closed. */
final class CaseChecks {
    private static final int AT_ONCE = 64;
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final HttpCaller http;
    private final String token;
    private final Findings findings;

    CaseChecks(HttpCaller http, String token, Findings findings) {
        this.http = http;
        this.token = token;
        this.findings = findings;
    }

    void run(Answers answers, PrintStream progress) {
        List<String> cases = List.copyOf(answers.cases());
        AtomicLong checked = new AtomicLong();
        try (Progress lines = Progress.of(
                progress,
                () -> "reading cases: %d of %d, %d findings".formatted(checked.get(), cases.size(), findings.size()))) {
            ClosedLoop.run(AT_ONCE, cases.size(), () -> true, n -> {
                String caseId = cases.get((int) n);
                check(caseId, answers.isFinished(caseId));
                checked.incrementAndGet();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("The check was stopped.", e);
        }
    }

    /** Intake may learn a moment later than others that a case is closed, so that is asked again for a while. */
    private void check(String caseId, boolean finished) {
        long until = System.nanoTime() + PATIENCE;
        try {
            Answer answer = read(caseId);
            while (System.nanoTime() < until && (answer.isRetryLater() || isNotClosedYet(answer, finished))) {
                TimeUnit.MILLISECONDS.sleep(answer.isRetryLater() ? 1_000L * answer.retryAfter() : 200);
                answer = read(caseId);
            }
            judge(caseId, finished, answer);
        } catch (CallFailed e) {
            findings.add("case cannot be read", e.sentence());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer read(String caseId) {
        return http.exchange(Call.get("case, GET", "/api/v1/cases/" + caseId, token));
    }

    private static boolean isNotClosedYet(Answer answer, boolean finished) {
        return finished && answer.isSuccess() && !answer.field("/status").equals("closed");
    }

    private void judge(String caseId, boolean finished, Answer answer) {
        if (!answer.isSuccess() || !answer.field("/caseId").equals(caseId)) {
            findings.add(
                    "answered, but not there",
                    "Expected case %s, but got %d: %s".formatted(caseId, answer.status(), answer.excerpt()));
        } else if (isNotClosedYet(answer, finished)) {
            findings.add(
                    "finished, but not closed",
                    "Expected case " + caseId + " to be closed, but it is " + answer.field("/status"));
        }
    }
}
