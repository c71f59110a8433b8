package io.redress.benchmarks.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.benchmarks.CannotRun;
import io.redress.benchmarks.http.JsonFields;
import io.redress.benchmarks.lifecycle.Signal.Requested;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentReply.Answer;
import io.redress.contracts.EventTypes;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ReviewEvent.ReviewOpened;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Wire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the generator says fits the contracts, and it understands what the contracts say. */
class WordsTest {
    private static final String CASE = "01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70";

    @Test
    void replies_on_the_topic_are_what_the_contract_reads() {
        for (String kind : List.of("SOLUTION", "INFORMATION", "EXECUTION")) {
            Requested request = new Requested(CASE, CASE + "-r1", "quality-control", kind);
            var reply = (Answer) Wire.readReply(Reply.onTopic(request).getBytes(UTF_8));
            assertThat(reply.done()).isTrue();
            assertThat(reply.options()).hasSize(kind.equals("SOLUTION") ? 2 : 0);
        }
    }

    @Test
    void replies_over_rest_leave_out_what_the_path_says() {
        byte[] reply = Reply.overRest(new Requested(CASE, CASE + "-r1", "finance", "SOLUTION"))
                .getBytes(UTF_8);
        assertThat(JsonFields.read(reply, "/type", "/replyId", "/requestId", "/department", "/options/1/kind"))
                .containsExactly("answer", "", "", "", "credit");
    }

    @Test
    void complaints_come_in_four_languages_with_keys_of_their_own() {
        Complaints complaints = new Complaints("run");
        Set<String> languages = new HashSet<>();
        Set<String> references = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            List<String> is = JsonFields.read(
                    complaints.body(i).getBytes(UTF_8), "/language", "/clientReference", "/text", "/channel");
            assertThat(is).doesNotContain("");
            languages.add(is.get(0));
            references.add(is.get(1));
        }
        assertThat(languages).containsExactlyInAnyOrder("en", "it", "ro", "pl");
        assertThat(references).hasSize(100);
    }

    @Test
    void signals_are_read_from_events_as_the_contracts_write_them() {
        Instant now = Instant.parse("2026-11-22T09:00:00Z");
        CaseId caseId = new CaseId(CASE);
        var opened = new ReviewOpened(caseId, now, now);
        assertThat(Signal.read(EventTypes.wireName(ReviewOpened.class), "1", Wire.write(opened)))
                .contains(new Signal.ReviewOpened(CASE));
        var executed = new ResolutionEvent.SolutionExecuted(caseId, "o1", "Refund", now);
        assertThat(Signal.read(EventTypes.wireName(executed.getClass()), "5", Wire.write(executed)))
                .contains(new Signal.Executed(CASE, "5"));
        assertThat(Signal.read("redress.resolution.case-closed.v1", "6", new byte[0]))
                .isEmpty();
        assertThat(EventTypes.wireName(RequestRaised.class)).isEqualTo("redress.routing.request-raised.v1");
        assertThat(EventTypes.wireName(ResolutionEvent.SolutionsProposed.class))
                .isEqualTo("redress.resolution.solutions-proposed.v1");
    }

    @Test
    void what_a_topic_says_before_the_case_is_known_waits_for_it_and_repetitions_count_once() {
        Mailboxes mailboxes = new Mailboxes(2);
        Requested request = new Requested(CASE, CASE + "-r1", "finance", "SOLUTION");
        mailboxes.deliver(request);
        mailboxes.deliver(request);
        List<Requested> answered = new ArrayList<>();
        mailboxes.claim(CASE).answerWith(answered::add);
        mailboxes.deliver(request);
        assertThat(answered).containsExactly(request);
    }

    @Test
    void cases_of_others_are_forgotten_before_they_fill_the_memory() {
        Mailboxes mailboxes = new Mailboxes(2);
        for (String caseId : List.of("a", "b", "c")) {
            mailboxes.deliver(new Requested(caseId, caseId + "-r1", "finance", "SOLUTION"));
        }
        List<Requested> answered = new ArrayList<>();
        mailboxes.claim("a").answerWith(answered::add);
        mailboxes.claim("c").answerWith(answered::add);
        assertThat(answered).extracting(Requested::caseId).containsExactly("c");
    }

    @Test
    void a_tokens_file_that_is_missing_broken_or_incomplete_is_said_in_one_sentence(@TempDir Path folder)
            throws Exception {
        Path file = folder.resolve("tokens.json");
        assertThatThrownBy(() -> Tokens.read(file))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("--tokens");
        Files.writeString(file, "[1");
        assertThatThrownBy(() -> Tokens.read(file))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("JSON object");
        Files.writeString(file, "{\"frontline\":\"t\"}");
        assertThatThrownBy(() -> Tokens.read(file).of("supervisor"))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("supervisor");
    }
}
