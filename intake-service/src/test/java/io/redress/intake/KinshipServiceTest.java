package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.CaseMerged;
import io.redress.contracts.IntakeEvent.ComplaintJoined;
import io.redress.contracts.IntakeEvent.MergeReceived;
import io.redress.contracts.IntakeEvent.MergeReleased;
import io.redress.contracts.IntakeEvent.MergeUndone;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Duplicates, merges and their undo from outside. */
class KinshipServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COMPLAINTS = "/api/v1/complaints";
    private static final String TEXT = "My invoice for March is wrong, you charged me twice!";
    private static final String REASON = "{\"reason\":\"Another invoice after all.\"}";

    private static RunningService intake;
    private static HttpTalk app;
    private static HttpTalk anna;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = RunningService.start(IntakeApplication.class, "intake-service", folder);
        app = intake.as("app", "frontline");
        anna = intake.as("anna", "consultant");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    @Behaviour({"R54", "R151"})
    void the_same_customer_saying_the_same_again_joins_the_case_and_is_answered_once_more() {
        String customer = customer();
        Answer first = file(app, customer, TEXT);
        Answer again = file(app, customer, "my invoice for march is WRONG you charged me twice...");

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.header("Redress-Joined")).isEqualTo("true");
        String caseId = caseId(first);
        assertThat(caseId(again)).isEqualTo(caseId);
        assertThat(again.header("Location")).isEqualTo("/api/v1/cases/" + caseId);
        assertThat(again.header("Redress-Position")).isEqualTo("intake=3");
        assertThat(again.json().path("repeatedContacts").asInt()).isEqualTo(1);
        assertThat(again.json().at("/joined/0/text").asString())
                .isEqualTo("my invoice for march is WRONG you charged me twice...");
        assertThat(again.json().path("next")).isEqualTo(first.json().path("next"));

        var joined = intake.await(Topics.COMPLAINTS, caseId, 3).get(2);
        assertThat(Wire.read(RunningService.type(joined), joined.value()))
                .isInstanceOfSatisfying(ComplaintJoined.class, event -> {
                    assertThat(event.repeated()).isEqualTo(1);
                    assertThat(event.similarity()).isEqualTo(1.0);
                });
        var message = intake.await(
                        Topics.CUSTOMER_MESSAGES, caseId, 2, EventTypes.wireName(CustomerMessageComposed.class))
                .get(1);
        assertThat(Wire.read(RunningService.type(message), message.value()))
                .isInstanceOfSatisfying(
                        CustomerMessageComposed.class,
                        composed -> assertThat(composed.kind()).isEqualTo("joined"));
    }

    @Test
    @Behaviour("R1")
    void joining_bears_repetition_and_refuses_another_body_under_its_key() {
        String customer = customer();
        String caseId = caseId(file(app, customer, TEXT));
        String[] key = key();
        String body = body(customer, TEXT + " Again.");

        List<Answer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(_ -> app.post(COMPLAINTS, body, key))
                .toList();

        assertThat(answers)
                .allMatch(answer -> answer.status() == 200)
                .allMatch(answer -> caseId(answer).equals(caseId));
        assertThat(answers)
                .filteredOn(answer -> answer.header("Idempotent-Replayed").isEmpty())
                .hasSize(1);
        assertThat(read(caseId).json().path("repeatedContacts").asInt()).isEqualTo(1);
        assertThat(app.post(COMPLAINTS, body(customer, TEXT + " Soon."), key).problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(app.post(COMPLAINTS, body(customer(), "Where is my parcel? It was to come on Monday."), key)
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    @Behaviour({"R1", "R54"})
    void twenty_identical_complaints_at_once_under_keys_of_their_own_are_one_case_and_none_is_lost() {
        String customer = customer();

        List<Answer> answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(_ -> file(app, customer, TEXT))
                .toList();

        assertThat(answers.stream().map(KinshipServiceTest::caseId).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        String caseId = caseId(answers.getFirst());
        assertThat(read(caseId).json().path("repeatedContacts").asInt()).isEqualTo(19);
        assertThat(intake.await(Topics.COMPLAINTS, caseId, 21)).hasSize(21);
    }

    @Test
    void what_is_only_perhaps_the_same_is_offered_to_the_consultant_and_not_done() {
        String customer = customer();
        String first = caseId(file(app, customer, TEXT));
        Answer second = file(app, customer, "My invoice for March is wrong, you charged us three times!");

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().has("suspectedDuplicates")).isFalse();
        var seen = anna.get("/api/v1/cases/" + caseId(second) + "/duplicates").json();
        assertThat(seen.at("/suspects/0/caseId").asString()).isEqualTo(first);
        assertThat(seen.at("/suspects/0/similarity").asDouble()).isBetween(0.45, 0.75);
        assertThat(anna.get("/api/v1/cases/" + first + "/duplicates")
                        .json()
                        .at("/suspects/0/caseId")
                        .asString())
                .isEqualTo(caseId(second));
        assertThat(read(caseId(second)).json().at("/suspectedDuplicates/0").asString())
                .isEqualTo(first);
    }

    @Test
    void a_very_short_text_never_joins_by_itself_and_neither_does_another_order() {
        String customer = customer();
        file(app, customer, "Still waiting!!");
        assertThat(file(app, customer, "Still waiting!!").status()).isEqualTo(201);
        file(app, customer, "My order 4711 has not arrived, please look for it.");
        assertThat(file(app, customer, "My order 4712 has not arrived, please look for it.")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void another_client_learns_nothing_of_a_case_that_it_may_not_see() {
        String customer = customer();
        String foreign = caseId(file(app, customer, TEXT));

        Answer other = file(intake.as("other-app", "frontline"), customer, TEXT);

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.body()).doesNotContain(foreign);
        assertThat(anna.get("/api/v1/cases/" + caseId(other) + "/duplicates")
                        .json()
                        .at("/suspects/0/caseId")
                        .asString())
                .isEqualTo(foreign);
        assertThat(caseId(file(anna, customer, TEXT))).isIn(foreign, caseId(other));
    }

    @Test
    void a_closed_case_is_not_joined() {
        String customer = customer();
        String caseId = caseId(file(app, customer, TEXT));
        close(caseId);

        assertThat(file(app, customer, TEXT).status()).isEqualTo(201);
    }

    @Test
    @Behaviour("R151")
    void two_cases_become_one_and_two_again_with_both_histories() {
        String customer = customer();
        String merged = caseId(file(app, customer, TEXT));
        String survivor = caseId(file(app, customer, "Why did I get two bills? Please explain it to me."));
        String[] key = key(read(merged));

        Answer done = anna.post("/api/v1/cases/" + merged + "/merge", into(survivor), key);

        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().at("/mergedInto/caseId").asString()).isEqualTo(survivor);
        Answer again = anna.post("/api/v1/cases/" + merged + "/merge", into(survivor), key);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(done.json());
        var seen = app.get("/api/v1/cases/" + merged).json();
        assertThat(seen.path("status").asString()).isEqualTo("merged");
        assertThat(seen.path("mergedInto").asString()).isEqualTo(survivor);
        assertThat(seen.has("next")).isFalse();
        assertThat(anna.get("/api/v1/cases/" + survivor + "/duplicates")
                        .json()
                        .at("/merged/0/caseId")
                        .asString())
                .isEqualTo(merged);
        assertThat(types(merged, 3)).contains(EventTypes.wireName(CaseMerged.class));
        assertThat(types(survivor, 3)).contains(EventTypes.wireName(MergeReceived.class));

        Answer undone = anna.post("/api/v1/cases/" + merged + "/merge:undo", REASON, key(read(merged)));

        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(undone.json().has("mergedInto")).isFalse();
        assertThat(undone.json().path("history").size()).isEqualTo(2);
        assertThat(app.get("/api/v1/cases/" + merged).json().path("status").asString())
                .isEqualTo("open");
        assertThat(types(merged, 4)).contains(EventTypes.wireName(MergeUndone.class));
        assertThat(types(survivor, 4)).contains(EventTypes.wireName(MergeReleased.class));
    }

    @Test
    void what_cannot_be_merged_is_refused_with_its_reason() {
        String customer = customer();
        String one = caseId(file(app, customer, TEXT));
        String two = caseId(file(app, customer, "Where is my parcel? It was to come on Monday."));
        String foreign = caseId(file(app, customer(), TEXT));
        String path = "/api/v1/cases/" + one + "/merge";

        assertThat(anna.post(path, into(foreign), key(read(one))).problem()).isEqualTo("another-customer");
        assertThat(anna.post(path, into(one), key(read(one))).pointers()).containsExactly("/into");
        assertThat(anna.post(path, into(UUID.randomUUID().toString()), key(read(one)))
                        .pointers())
                .containsExactly("/into");
        assertThat(anna.post(path, "{\"into\":\"nonsense\"}", key(read(one))).pointers())
                .containsExactlyInAnyOrder("/into", "/reason");
        assertThat(anna.post(path, into(two), key()).status()).isEqualTo(428);
        assertThat(anna.post(path, into(two), "Idempotency-Key", "x", "If-Match", "\"99\"")
                        .status())
                .isEqualTo(412);
        assertThat(anna.post("/api/v1/cases/" + UUID.randomUUID() + "/merge", into(two), key(read(one)))
                        .status())
                .isEqualTo(404);
        assertThat(app.post(path, into(two), key(read(one))).status()).isEqualTo(403);
        assertThat(app.get("/api/v1/cases/" + one + "/duplicates").status()).isEqualTo(403);
        assertThat(anna.post("/api/v1/cases/" + one + "/merge:undo", REASON, key(read(one)))
                        .problem())
                .isEqualTo("not-merged");
        close(two);
        assertThat(anna.post(path, into(two), key(read(one))).problem()).isEqualTo("survivor-closed");
        assertThat(anna.post("/api/v1/cases/" + two + "/merge", into(one), key(read(two)))
                        .problem())
                .isEqualTo("already-closed");
    }

    private static void close(String caseId) {
        var closed = new CaseClosed(new CaseId(caseId), CaseClosed.Reason.CUSTOMERS_WORD, true, null, Instant.now());
        intake.publish(
                Topics.RESOLUTIONS,
                "resolutions",
                caseId,
                1,
                EventTypes.wireName(CaseClosed.class),
                Wire.write(closed));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(read(caseId).json().path("status").asString())
                                .isEqualTo("closed"));
    }

    private static List<String> types(String caseId, int count) {
        return intake.await(Topics.COMPLAINTS, caseId, count).stream()
                .map(RunningService::type)
                .toList();
    }

    private static Answer read(String caseId) {
        return anna.get("/api/v1/cases/" + caseId);
    }

    private static Answer file(HttpTalk caller, String customer, String text) {
        return caller.post(COMPLAINTS, body(customer, text), key());
    }

    private static String body(String customer, String text) {
        return "{\"customer\":{\"reference\":\"" + customer + "\"},\"channel\":\"web\",\"language\":\"en\",\"text\":\""
                + text + "\"}";
    }

    private static String into(String caseId) {
        return "{\"into\":\"" + caseId + "\",\"reason\":\"The same invoice.\"}";
    }

    private static String caseId(Answer answer) {
        return answer.json().path("caseId").asString();
    }

    private static String customer() {
        return UUID.randomUUID().toString();
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }

    /** A new key, for what was seen just now. */
    private static String[] key(Answer seen) {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString(), "If-Match", seen.header("ETag")};
    }
}
