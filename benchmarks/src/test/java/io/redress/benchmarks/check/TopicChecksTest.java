package io.redress.benchmarks.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.benchmarks.journal.Journal;
import io.redress.contracts.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicChecksTest {
    private static final String RECEIVED = "redress.intake.complaint-received.v1";

    private final Findings findings = new Findings();
    private final Answers answers = new Answers();
    private final TopicChecks checks = new TopicChecks(answers, findings);

    @Test
    void streams_that_count_from_one_hold_and_repetitions_are_allowed() {
        see("a", 1, "x");
        see("a", 2, "y");
        see("b", 1, "x");
        see("a", 1, "x");
        see("a", 2, "y");
        see("a", 3, "z");
        checks.finish();
        assertThat(findings.counts()).isEmpty();
        assertThat(checks.events()).isEqualTo(6);
        assertThat(checks.again()).isEqualTo(2);
        assertThat(checks.cases()).isEqualTo(2);
    }

    @Test
    void a_missing_number_is_a_gap_and_so_is_a_missing_first() {
        see("a", 1, "x");
        see("a", 3, "z");
        see("b", 2, "x");
        checks.finish();
        assertThat(findings.counts()).containsOnlyKeys("gap").containsEntry("gap", 2L);
        assertThat(findings.examples().toString()).contains("case a, but 2 is missing", "case b, but 1 is missing");
    }

    @Test
    void numbers_that_come_in_the_wrong_order_are_found() {
        see("a", 2, "y");
        see("a", 1, "x");
        checks.finish();
        assertThat(findings.counts()).containsOnlyKeys("out of order");
    }

    @Test
    void one_id_with_two_contents_is_found() {
        see("a", 1, "x");
        see("a", 1, "other");
        checks.finish();
        assertThat(findings.counts()).containsOnlyKeys("one id, two contents");
    }

    @Test
    void a_record_without_a_number_or_with_a_foreign_id_is_found() {
        checks.see(EventSeen.of(Topics.ROUTING, "a", "t", "a:routing:", "", new byte[0]));
        checks.see(EventSeen.of(Topics.ROUTING, "a", "t", "b:routing:1", "1", new byte[0]));
        checks.see(EventSeen.of(Topics.ROUTING, "a", "t", "a:routing:999999999", "999999999", new byte[0]));
        checks.finish();
        assertThat(findings.counts()).containsEntry("no usable sequence", 2L).containsEntry("id does not fit", 1L);
    }

    @Test
    void the_same_message_may_come_twice_but_not_another_one_under_its_id() {
        message("a", 1, "m1", "Hello");
        message("a", 2, "m1", "Hello");
        assertThat(findings.size()).isZero();
        message("a", 3, "m1", "Goodbye");
        message("a", 4, "redress.messages.text-error-reported.v1", "m1", "An error");
        assertThat(findings.counts()).containsOnlyKeys("one message id, two messages");
        assertThat(findings.counts()).containsEntry("one message id, two messages", 1L);
    }

    @Test
    void a_complaint_that_became_two_cases_is_found_in_the_answers_and_on_the_topic() {
        answers.take(answered("k1", "a"), findings);
        answers.take(answered("k1", "b"), findings);
        assertThat(findings.counts()).containsEntry("one complaint, two cases", 1L);
        received("a", "k1");
        received("b", "k1");
        assertThat(findings.counts()).containsEntry("one complaint, two cases", 2L);
    }

    @Test
    void a_complaint_that_was_taken_but_never_published_is_found() {
        answers.take(answered("k1", "a"), findings);
        answers.take(answered("k2", "b"), findings);
        received("a", "k1");
        checks.finish();
        assertThat(findings.counts()).containsOnlyKeys("answered, but not published");
    }

    @Test
    void the_journal_of_a_run_is_read_back_and_its_torn_last_line_is_not_believed(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("journal.ndjson");
        try (Journal journal = Journal.to(file)) {
            journal.answered(Journal.COMPLAINT, "k1", "a", 201, "intake=2");
            journal.answered(Journal.COMPLAINT, "k2", "", 503, "");
            journal.answered("choice", "", "a", 200, "resolutions=\"2\"\n");
            journal.finished("a");
        }
        Files.writeString(file, "{\"call\":\"complaint\",\"key\":\"k3\",\"case\":\"c", StandardOpenOption.APPEND);
        Answers read = Answers.read(file, findings);
        assertThat(read.cases()).containsExactly("a");
        assertThat(read.caseOf("k1")).contains("a");
        assertThat(read.isFinished("a")).isTrue();
        assertThat(read.unreadable()).isEqualTo(1);
        assertThat(findings.size()).isZero();
    }

    private void see(String caseId, long number, String content) {
        checks.see(EventSeen.of(
                Topics.ROUTING, caseId, "t", caseId + ":routing:" + number, "" + number, content.getBytes(UTF_8)));
    }

    private void message(String caseId, long number, String messageId, String body) {
        message(caseId, number, "redress.messages.customer-message-composed.v1", messageId, body);
    }

    private void message(String caseId, long number, String type, String messageId, String body) {
        String json = "{\"messageId\":\"" + messageId + "\",\"body\":\"" + body + "\"}";
        checks.see(EventSeen.of(
                Topics.CUSTOMER_MESSAGES,
                caseId,
                type,
                caseId + ":messages:" + number,
                "" + number,
                json.getBytes(UTF_8)));
    }

    private void received(String caseId, String reference) {
        String json = "{\"clientReference\":\"" + reference + "\"}";
        checks.see(EventSeen.of(Topics.COMPLAINTS, caseId, RECEIVED, caseId + ":intake:1", "1", json.getBytes(UTF_8)));
    }

    private static String answered(String key, String caseId) {
        return "{\"call\":\"complaint\",\"key\":\"" + key + "\",\"case\":\"" + caseId + "\",\"status\":201}";
    }
}
