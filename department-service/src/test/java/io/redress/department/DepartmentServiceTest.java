package io.redress.department;

import static io.redress.department.domain.Example.FINANCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.EventTypes;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole service on a real broker and its embedded store. */
class DepartmentServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String ANSWER = """
            {"type": "answer", "by": "Silvia", "done": true, "findings": "The fee is there twice.",
             "claims": [{"key": "refund.amount", "value": "120.00 EUR"}],
             "options": [{"kind": "refund", "title": "We pay back.", "days": 3,
                          "cost": {"amount": "120.00", "currency": "EUR"}}]}""";

    @TempDir
    static Path folder;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final RequestId requestId = RequestId.of(caseId, 1);
    private final String request = "/api/v1/departments/finance/requests/" + requestId;

    @BeforeAll
    static void start() {
        service = RunningService.start(DepartmentApplication.class, "department-service", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R57", "R83"})
    void a_request_is_seen_worked_on_and_answered_over_rest() {
        ask(FINANCE);
        assertThat(worklist()).contains(requestId.value());

        Answer noted = reply("n1", "{\"type\": \"progress\", \"by\": \"Silvia\", \"note\": \"Invoice found.\"}");
        assertThat(noted.status()).isEqualTo(201);
        assertThat(noted.header("Redress-Position")).isEqualTo("departments=2");
        assertThat(noted.header("Redress-Case")).isEqualTo(caseId.value());
        Answer answered = reply("a1", ANSWER);
        assertThat(answered.status()).isEqualTo(201);
        assertThat(answered.json().path("state").asString()).isEqualTo("answered");

        Answer again = reply("a1", ANSWER);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(answered.body());
        assertThat(worklist()).doesNotContain(requestId.value());
        Answer seen = finance().get(request, "Redress-At-Least", "departments=3,intake=2");
        assertThat(seen.json().at("/progress/0/note").asString()).isEqualTo("Invoice found.");
        assertThat(seen.json().at("/answer/options/0/cost/amount").asString()).isEqualTo("120.00");
        assertThat(told(3))
                .containsExactly(
                        "redress.department.request-accepted.v1",
                        "redress.department.progress-reported.v1",
                        "redress.department.request-answered.v1");
    }

    @Test
    @Behaviour("R57")
    void a_departments_own_system_answers_over_its_topic_even_before_we_know_the_request() {
        DepartmentReply answer = new DepartmentReply.Answer(
                "a1", requestId, FINANCE, "ledger", true, "The fee is there twice.", null, null);
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), Wire.write(answer)));
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), Wire.write(answer)));
        raise(FINANCE);

        assertThat(told(2))
                .containsExactly("redress.department.request-accepted.v1", "redress.department.request-answered.v1");
    }

    @Test
    void what_a_department_system_may_not_say_goes_to_the_dead_letters_with_the_reason() {
        ask(FINANCE);
        byte[] foreign = Wire.write(
                new DepartmentReply.Progress("p1", requestId, new DepartmentCode("logistics"), "robot", "We have it."));
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), foreign));
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), "{\"type\":1}".getBytes(UTF_8)));

        var refused = service.await(Topics.DEPARTMENT_REPLIES + ".department-dlt", caseId.value(), 2);
        assertThat(refused)
                .extracting(it -> RunningService.headers(it).get("redress_refusal_code"))
                .containsExactly("not-your-request", "unreadable");
    }

    @Test
    @Behaviour("R68")
    void a_decline_needs_a_reason_and_another_right_owner() {
        ask(FINANCE);

        Answer incomplete = reply("d1", "{\"type\": \"decline\", \"by\": \"Silvia\"}");
        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(incomplete.pointers()).containsExactly("/reason", "/rightOwner");
        Answer selfish = reply("d1", decline("finance"));
        assertThat(selfish.status()).isEqualTo(422);
        assertThat(selfish.pointers()).containsExactly("/rightOwner");

        Answer unknown = reply("d1", decline("procurement"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.pointers()).containsExactly("/rightOwner");
        assertThat(unknown.json().toString()).contains("finance, logistics");

        assertThat(reply("d1", decline("logistics")).json().path("state").asString())
                .isEqualTo("on-offer");
        Answer late = reply("a1", ANSWER);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("already-declined");
        assertThat(late.json().path("state").asString()).isEqualTo("on-offer");
    }

    @Test
    @Behaviour("R70")
    void an_offer_is_shown_as_such_until_it_is_accepted() {
        publish(caseId, 1, offered());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> finance().get(request).status() == 200);
        Answer seen = finance().get(request);
        assertThat(seen.json().path("state").asString()).isEqualTo("offered");
        assertThat(seen.json().path("offeredBy").asString()).isEqualTo("logistics");
        assertThat(seen.json().path("mayDecline").asBoolean()).isTrue();
        assertThat(worklist()).contains(requestId.value());

        assertThat(reply("y", "{\"type\": \"accept\"}").pointers()).containsExactly("/by");
        Answer accepted = reply("y", "{\"type\": \"accept\", \"by\": \"Silvia\"}");
        assertThat(accepted.status()).isEqualTo(201);
        assertThat(accepted.json().path("state").asString()).isEqualTo("open");
        assertThat(accepted.json().has("offeredBy")).isFalse();
        assertThat(reply("y", "{\"type\": \"accept\", \"by\": \"Silvia\"}").header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(told(1)).containsExactly("redress.department.request-accepted.v1");
    }

    @Test
    @Behaviour({"R70", "R101"})
    void what_a_department_declines_stays_on_its_list_until_somebody_else_has_taken_it_over() {
        ask(FINANCE);
        reply("d1", decline("logistics"));
        assertThat(worklist()).contains(requestId.value());

        publish(
                caseId,
                2,
                new OwnershipMoved(
                        caseId,
                        requestId,
                        Party.department(FINANCE),
                        Party.department(new DepartmentCode("logistics")),
                        "Not ours.",
                        NOW));

        await().atMost(Duration.ofSeconds(30)).until(() -> !worklist().contains(requestId.value()));
        assertThat(finance().get(request).json().path("state").asString()).isEqualTo("declined");
    }

    @Test
    @Behaviour("R70")
    void what_nobody_took_over_is_worked_on_again_by_the_one_who_declined_it() {
        ask(FINANCE);
        reply("d1", decline("logistics"));

        publish(
                caseId,
                2,
                new OfferReturned(
                        caseId,
                        requestId,
                        Party.department(FINANCE),
                        Party.department(new DepartmentCode("logistics")),
                        OfferReturned.Outcome.UNANSWERED,
                        null,
                        NOW,
                        null,
                        null));

        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        finance().get(request).json().path("state").asString().equals("open"));
        assertThat(reply("a1", ANSWER).json().path("state").asString()).isEqualTo("answered");
    }

    @Test
    void a_departments_own_system_accepts_over_its_topic() {
        publish(caseId, 1, offered());
        DepartmentReply accept = new DepartmentReply.Accept("a1", requestId, FINANCE, "ledger");
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), Wire.write(accept)));

        assertThat(told(1)).containsExactly("redress.department.request-accepted.v1");
    }

    @Test
    void what_is_wrong_with_a_reply_is_told_all_at_once() {
        ask(FINANCE);

        assertThat(reply("x", "{\"type\": \"answer\", \"by\": \" \", \"findings\": \"F\", \"mood\": 1}")
                        .pointers())
                .containsExactlyInAnyOrder("/by", "/done", "/mood");
        assertThat(reply("x", ANSWER.replace("\"days\": 3", "\"days\": -3")).pointers())
                .containsExactly("/options/0/days");
        assertThat(reply("x", ANSWER.replace("EUR\"}", "XYZ\"}")).pointers())
                .containsExactly("/options/0/cost/currency");
        assertThat(reply("x", ANSWER.replace("120.00\"", "a lot\"")).pointers())
                .containsExactly("/options/0/cost/amount");
        assertThat(reply("x", ANSWER.replace("\"value\": \"120.00 EUR\"", "\"evidence\": \"\""))
                        .pointers())
                .containsExactly("/claims/0", "/claims");
        assertThat(reply("x", "{\"type\": \"shrug\"}").status()).isEqualTo(422);
        assertThat(reply("x", "{\"type\":").status()).isEqualTo(400);

        reply("x", ANSWER);
        assertThat(reply("x", ANSWER.replace("twice", "thrice")).problem()).isEqualTo("idempotency-key-reused");
        assertThat(reply("y", ANSWER).problem()).isEqualTo("already-answered");
    }

    @Test
    void a_departments_requests_do_not_exist_for_other_departments() {
        ask(FINANCE);
        HttpTalk logistics = service.as("remus", "department:logistics");

        assertThat(logistics.get(request).problem()).isEqualTo("not-found");
        assertThat(logistics
                        .get("/api/v1/departments/logistics/requests/" + requestId)
                        .problem())
                .isEqualTo("not-found");
        assertThat(logistics.get("/api/v1/departments/finance/worklist").problem())
                .isEqualTo("not-found");
        assertThat(logistics
                        .post(request + "/replies", ANSWER, "Idempotency-Key", "a")
                        .problem())
                .isEqualTo("not-found");
        assertThat(finance()
                        .get("/api/v1/departments/finance/requests/" + RequestId.of(caseId, 9))
                        .problem())
                .isEqualTo("not-found");
        assertThat(service.as("eve", "frontline").get(request).problem()).isEqualTo("forbidden");
        for (String role : List.of("supervisor", "auditor")) {
            HttpTalk reader = service.as("reader", role);
            assertThat(reader.get(request).status()).isEqualTo(200);
            assertThat(reader.send("POST", request + "/replies", null).problem())
                    .isEqualTo("forbidden");
        }
        assertThat(service.as("ledger", "department-system")
                        .post(request + "/replies", ANSWER, "Idempotency-Key", "a")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_worklist_is_paged() {
        DepartmentCode own = new DepartmentCode("dept-" + "abcdefgh".charAt(Math.floorMod(caseId.hashCode(), 8)));
        HttpTalk caller = service.as("somebody", "department:" + own);
        String path = "/api/v1/departments/" + own + "/worklist";
        List<CaseId> cases = List.of(
                caseId,
                new CaseId(UUID.randomUUID().toString()),
                new CaseId(UUID.randomUUID().toString()));
        cases.forEach(it -> raise(it, own, NOW.plusSeconds(3600L * (10 - cases.indexOf(it)))));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> caller.get(path).json().path("items").size() == 3);

        JsonNode first = caller.get(path + "?limit=2").json();
        JsonNode second = caller.get(path + "?limit=2&cursor="
                        + java.net.URLEncoder.encode(first.path("next").asString(), UTF_8))
                .json();

        assertThat(first.at("/items/0/caseId").asString())
                .isEqualTo(cases.get(2).value());
        assertThat(first.at("/items/1/caseId").asString())
                .isEqualTo(cases.get(1).value());
        assertThat(second.at("/items/0/caseId").asString()).isEqualTo(caseId.value());
        assertThat(second.path("items")).hasSize(1);
        assertThat(caller.get(path + "?limit=0").status()).isEqualTo(422);
        assertThat(caller.get(path + "?limit=many").status()).isEqualTo(400);
    }

    @Test
    @Behaviour({"R66", "R67"})
    void whoever_asks_a_department_can_read_before_what_it_needs_and_in_which_form() {
        HttpTalk anybody = service.as("luiza", "department:warehouse");

        JsonNode field =
                anybody.get("/api/v1/departments/logistics/charter").json().at("/request/fields/0");

        assertThat(field.path("name").asString()).isEqualTo("order");
        assertThat(field.path("form").asString()).isEqualTo("NUMBER");
        assertThat(field.path("example").asString()).isEqualTo("SO-77182");
        assertThat(anybody.get("/api/v1/departments/warehouse/charter").json().at("/request/fields"))
                .isEmpty();
    }

    private static HttpTalk finance() {
        return service.as("silvia", "department:finance");
    }

    private String worklist() {
        return finance().get("/api/v1/departments/finance/worklist?limit=200").body();
    }

    private Answer reply(String key, String json) {
        return finance().post(request + "/replies", json, "Idempotency-Key", key);
    }

    private static String decline(String rightOwner) {
        return "{\"type\": \"decline\", \"by\": \"Silvia\", \"reason\": \"Not ours.\", \"rightOwner\": \"" + rightOwner
                + "\"}";
    }

    /** Raises the request and waits until it is here. */
    private void ask(DepartmentCode department) {
        raise(department);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> finance().get(request).status() == 200);
    }

    private void raise(DepartmentCode department) {
        raise(caseId, department, NOW);
    }

    private static void raise(CaseId of, DepartmentCode department, Instant dueAt) {
        RequestRaised raised = new RequestRaised(
                        of,
                        RequestId.of(of, 1),
                        department,
                        RequestKind.SOLUTION,
                        "overcharge",
                        "Look into it.",
                        "You charged me twice!",
                        "en",
                        null,
                        NOW,
                        dueAt)
                .among(List.of(FINANCE, new DepartmentCode("logistics")));
        service.publish(
                Topics.ROUTING, "routing", of.value(), 1, EventTypes.wireName(RequestRaised.class), Wire.write(raised));
    }

    private RequestRaised offered() {
        return new RequestRaised(
                caseId,
                requestId,
                FINANCE,
                RequestKind.SOLUTION,
                "overcharge",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                NOW,
                NOW,
                null,
                new DepartmentCode("logistics"),
                null);
    }

    private static void publish(CaseId of, long seq, CaseEvent event) {
        service.publish(
                Topics.ROUTING, "routing", of.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }

    private List<String> told(int count) {
        return service.await(Topics.DEPARTMENTS, caseId.value(), count).stream()
                .map(it -> RunningService.headers(it).getOrDefault("ce_type", ""))
                .toList();
    }
}
