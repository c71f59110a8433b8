package io.redress.benchmarks.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.journal.Journal;
import io.redress.benchmarks.load.Measurements;
import io.redress.benchmarks.load.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
    private static final String FIRST_CASE = "00000000-0000-7000-8000-000000000001";
    private static final Tokens TOKENS =
            new Tokens(Map.of("frontline", "f", "supervisor", "s", "department-system", "d"));

    private final Measurements measurements = new Measurements(Window.open());
    private final Mailboxes mailboxes = new Mailboxes(10);
    private final FakeRedress redress = new FakeRedress(mailboxes::deliver);
    private final HttpCaller http = new HttpCaller(redress.address(), 4);
    private final Path file;
    private Journal journal;

    LifecycleTest(@TempDir Path folder) {
        file = folder.resolve("journal.ndjson");
        journal = Journal.none();
    }

    @BeforeEach
    void open() {
        journal = Journal.to(file);
    }

    @AfterEach
    void close() {
        http.close();
        redress.close();
        journal.close();
    }

    @Test
    void a_complaint_goes_all_six_steps_and_every_call_is_measured() throws Exception {
        lifecycle(0).run(System.nanoTime());
        assertThat(redress.stateOf(FIRST_CASE)).isEqualTo("completed");
        assertThat(measurements.latencies()).containsKeys("whole lifecycle", "wait for a proposal");
        // One of the two requests is answered over REST and one on the topic.
        assertThat(measurements.latencies()).containsKeys("department reply, topic");
        assertThat(measurements.latencies().keySet()).containsAll(Lifecycle.CALLS);
        assertThat(measurements.errors()).isEmpty();
    }

    @Test
    void the_journal_holds_what_was_answered_and_that_it_was_finished() throws Exception {
        lifecycle(3).run(System.nanoTime());
        journal.flush();
        assertThat(Files.readAllLines(file))
                .first()
                .asString()
                .isEqualTo("{\"call\":\"complaint\",\"key\":\"test-3\",\"case\":\"" + FIRST_CASE
                        + "\",\"status\":201,\"position\":\"intake=2\"}");
        assertThat(Files.readString(file))
                .contains("\"call\":\"choice\"", "\"call\":\"closure\"", "\"call\":\"review\"")
                .contains("{\"call\":\"lifecycle\",\"case\":\"" + FIRST_CASE + "\",\"outcome\":\"finished\"}");
    }

    @Test
    void a_server_that_says_later_is_asked_again() throws Exception {
        redress.isBusyFor(2);
        lifecycle(0).run(System.nanoTime());
        assertThat(measurements.counts()).containsEntry("asked to come later (429)", 2L);
        assertThat(measurements.errors()).isEmpty();
    }

    @Test
    void a_request_that_the_department_service_does_not_know_yet_is_answered_a_moment_later() throws Exception {
        redress.hasNotHeardOfRequests(1);
        lifecycle(0).run(System.nanoTime());
        assertThat(measurements.counts()).containsEntry("request known to the topic before the department service", 1L);
    }

    @Test
    void a_write_that_the_next_read_does_not_show_is_an_error() {
        redress.forgets("resolution");
        assertThatThrownBy(() -> lifecycle(0).run(System.nanoTime()))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo("resolution proposed, GET: not /state proposed"));
    }

    @Test
    void a_case_that_nobody_proposes_anything_for_is_left_and_says_where() {
        Departments silent = new Departments(desk(), TOKENS, (caseId, json, done) -> {}, journal, measurements);
        // The first answer goes over REST, so somebody else gets it.
        silent.answer(new Signal.Requested(FIRST_CASE, FIRST_CASE + "-r9", "finance", "INFORMATION"), failed -> {});
        Lifecycle lifecycle = new Lifecycle(
                cast(silent), 0, System.nanoTime() + Duration.ofMillis(50).toNanos());
        assertThatThrownBy(() -> lifecycle.run(System.nanoTime())).isInstanceOf(TimeoutException.class);
        assertThat(lifecycle.doing()).isEqualTo("waiting for a proposal");
    }

    private Lifecycle lifecycle(long number) {
        Departments departments = new Departments(
                desk(),
                TOKENS,
                (caseId, json, done) -> {
                    redress.heard(caseId, json);
                    done.accept(null);
                },
                journal,
                measurements);
        return new Lifecycle(
                cast(departments),
                number,
                System.nanoTime() + Duration.ofSeconds(20).toNanos());
    }

    private Desk desk() {
        return new Desk(http, measurements);
    }

    private Lifecycle.Cast cast(Departments departments) {
        return new Lifecycle.Cast(
                desk(), TOKENS, new Complaints("test"), mailboxes, departments, journal, measurements);
    }
}
