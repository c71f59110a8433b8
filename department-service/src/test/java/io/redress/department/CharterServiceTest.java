package io.redress.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.CharterEvent.CharterAgreed;
import io.redress.contracts.CharterEvent.CharterPublished;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Charters over HTTP and Kafka, on a real broker and the embedded store. Each test has a department of its own. */
class CharterServiceTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T07:00:00Z");
    private static final String FULL = """
            {"handles": ["delivery", "return"],
             "request": {"fields": [
               {"name": "order", "meaning": "number of the order", "form": "NUMBER", "example": "SO-77182",
                "suppliedBy": "front-desk", "also": ["comanda"]},
               {"name": "needed-by", "meaning": "the day it is needed", "form": "DATE", "example": "2026-12-01",
                "optional": true}]},
             "ola": {"firstAnswerMinutes": 60, "resolutionMinutes": 480},
             "calendar": {"zone": "Europe/Bucharest", "holidays": "RO", "closed": ["2026-12-24"],
                          "hours": {"monday": "09:00-13:00, 14:00-18:00", "tuesday": "09:00-17:00"}},
             "capacity": 8, "urgentAllowance": 3, "progressEveryMinutes": 240, "marginPercent": 15,
             "guide": "Say the number of the order first."}""";

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(DepartmentApplication.class, "department-service", folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R78", "R79", "R80", "R81"})
    void a_department_publishes_how_to_ask_it_and_everybody_reads_it() {
        assertThat(anybody().get(charter("dispatch")).json().path("version").asInt())
                .isZero();
        assertThat(anybody().get(charter("dispatch")).header("ETag")).isEqualTo("\"0\"");

        Answer published = publish("dispatch", FULL, 0);
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(published.header("ETag")).isEqualTo("\"1\"");
        assertThat(published.header("Redress-Position")).isEqualTo("charters=1");
        assertThat(published.json().path("state").asString()).isEqualTo("in-force");

        Answer seen = anybody().get(charter("dispatch"), "Redress-At-Least", "charters=1");
        assertThat(seen.header("ETag")).isEqualTo("\"1\"");
        JsonNode charter = seen.json();
        assertThat(charter.at("/ola/resolutionMinutes").asInt()).isEqualTo(480);
        assertThat(charter.at("/calendar/hours/monday").asString()).isEqualTo("09:00-13:00, 14:00-18:00");
        assertThat(charter.path("guide").asString()).startsWith("Say the number");
        assertThat(charter.path("capacity").asInt()).isEqualTo(8);
        assertThat(charter.path("progressEveryMinutes").asInt()).isEqualTo(240);
        assertThat(charter.at("/request/schema/$schema").asString()).endsWith("2020-12/schema");
        assertThat(charter.at("/request/schema/required").valueStream().map(JsonNode::asString))
                .containsExactly("order");
        assertThat(charter.at("/request/schema/properties/needed-by/format").asString())
                .isEqualTo("date");
        assertThat(charter.at("/request/schema/properties/order/x-suppliedBy").asString())
                .isEqualTo("front-desk");
        assertThat(charter.at("/request/template").propertyNames()).containsExactly("order", "needed-by");
        assertThat(seen.body()).doesNotContain("silvia");

        var told = service.await(Topics.CHARTERS, "dispatch", 1).getFirst();
        assertThat(Wire.read(RunningService.type(told), told.value()))
                .isInstanceOfSatisfying(CharterPublished.class, it -> {
                    assertThat(it.version()).isEqualTo(1);
                    assertThat(it.by()).isEqualTo("silvia");
                    assertThat(it.charter().fields()).hasSize(2);
                    assertThat(it.charter().marginPercent()).isEqualTo(15);
                });
    }

    @Test
    void whoever_publishes_must_have_seen_what_there_is_and_speak_for_the_department() {
        assertThat(as("press").send("PUT", charter("press"), FULL).status()).isEqualTo(428);
        assertThat(publish("press", FULL, 0).status()).isEqualTo(200);
        assertThat(publish("press", FULL, 0).status()).isEqualTo(412);
        assertThat(as("finance")
                        .send("PUT", charter("press"), FULL, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(service.as("andrei", "consultant")
                        .send("PUT", charter("press"), FULL, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(service.as("sup", "supervisor")
                        .send("PUT", charter("press"), "{}", "If-Match", "\"1\"")
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(as("press")
                        .send("PUT", charter("press"), "[", "If-Match", "\"2\"")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void all_that_is_wrong_with_a_charter_is_said_at_once() {
        Answer refused = publish("tellers", """
                {"handles": ["Nature!", "invoice", "invoice"],
                 "request": {"fields": [{"name": "order", "meaning": "", "form": "DATE", "example": "soon"}]},
                 "ola": {"firstAnswerMinutes": 90, "resolutionMinutes": 60},
                 "calendar": {"zone": "Europe/Nowhere", "holidays": "XX", "closed": ["tomorrow"],
                              "hours": {"funday": "09:00-17:00", "monday": "9-5"}},
                 "capacity": 0, "urgentAllowance": -1, "progressEveryMinutes": 1, "marginPercent": 101,
                 "guide": " ", "wish": "none"}""", 0);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder(
                        "/handles/0",
                        "/handles/2",
                        "/request/fields/0/meaning",
                        "/request/fields/0/example",
                        "/ola/firstAnswerMinutes",
                        "/calendar/zone",
                        "/calendar/holidays",
                        "/calendar/closed/0",
                        "/calendar/hours/funday",
                        "/calendar/hours/monday",
                        "/capacity",
                        "/urgentAllowance",
                        "/progressEveryMinutes",
                        "/marginPercent",
                        "/guide",
                        "/wish");
        assertThat(publish("tellers", """
                {"calendar": {"zone": "UTC", "hours": {"monday": "09:00-13:00, 12:00-18:00"}}}""", 0).pointers()).containsExactly("/calendar/hours");
        assertThat(publish("tellers", """
                {"request": {"fields": [{"name": "a", "meaning": "b", "example": "c"}, null,
                                        {"name": "A", "meaning": "b", "example": "c"}]}}""", 0).pointers()).containsExactly("/request/fields/1");
        assertThat(publish("tellers", """
                {"request": {"fields": [{"name": "a", "meaning": "b", "example": "c"},
                                        {"name": "A", "meaning": "b", "example": "c"}]}}""", 0).pointers()).containsExactly("/request/fields");
        assertThat(publish("tellers", "{\"validFrom\": \"2999-01-01T00:00:00Z\"}", 0)
                        .problem())
                .isEqualTo("too-far-ahead");
        assertThat(anybody().get(charter("tellers")).json().path("version").asInt())
                .isZero();
    }

    @Test
    @Behaviour("R74")
    void another_department_agrees_to_a_version_and_is_shown() {
        publish("billing", FULL, 0);
        HttpTalk logistics = service.as("lena", "department:logistics");
        String one = charter("billing") + "/versions/1";

        Answer agreed = logistics.post(one + ":agree", "{\"department\": \"logistics\"}");
        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        assertThat(agreed.json().at("/agreed/0/department").asString()).isEqualTo("logistics");
        assertThat(agreed.json().at("/agreed/0/by").asString()).isEqualTo("lena");
        Answer again = logistics.post(one + ":agree", "{\"department\": \"logistics\"}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("agreed")).hasSize(1);

        assertThat(logistics
                        .post(one + ":agree", "{\"department\": \"finance\"}")
                        .pointers())
                .containsExactly("/department");
        assertThat(as("billing")
                        .post(one + ":agree", "{\"department\": \"billing\"}")
                        .pointers())
                .containsExactly("/department");
        assertThat(logistics.post(one + ":agree", "{}").pointers()).containsExactly("/department");
        assertThat(logistics
                        .post(charter("billing") + "/versions/2:agree", "{\"department\": \"logistics\"}")
                        .status())
                .isEqualTo(404);
        assertThat(anybody()
                        .post(one + ":agree", "{\"department\": \"logistics\"}")
                        .status())
                .isEqualTo(403);

        // Agreement changes nothing that its department decides upon.
        Answer seen = anybody().get(charter("billing"));
        assertThat(seen.json().at("/agreed/0/department").asString()).isEqualTo("logistics");
        assertThat(as("billing")
                        .send("PUT", charter("billing"), "{}", "If-Match", seen.header("ETag"))
                        .status())
                .isEqualTo(200);
        Answer late = service.as("fin", "department:finance").post(one + ":agree", "{\"department\": \"finance\"}");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("replaced");

        var told = service.await(Topics.CHARTERS, "billing", 3);
        assertThat(told)
                .extracting(RunningService::type)
                .containsExactly(
                        EventTypes.wireName(CharterPublished.class),
                        EventTypes.wireName(CharterAgreed.class),
                        EventTypes.wireName(CharterPublished.class));
    }

    @Test
    @Behaviour("R74")
    void every_version_stays_readable_with_those_who_had_agreed_to_it() {
        publish("archive", guide(1), 0);
        service.as("lena", "department:logistics")
                .post(charter("archive") + "/versions/1:agree", "{\"department\": \"logistics\"}");
        for (int version = 2; version <= 12; version++) {
            assertThat(publish("archive", guide(version), version - 1).status()).isEqualTo(200);
        }
        HttpTalk auditor = service.as("olga", "auditor");

        Answer first = auditor.get(charter("archive") + "/versions/1");
        assertThat(first.json().at("/content/guide").asString()).isEqualTo("Guide 1");
        assertThat(first.json().path("state").asString()).isEqualTo("replaced");
        assertThat(first.json().at("/agreed/0/department").asString()).isEqualTo("logistics");
        assertThat(first.header("ETag")).isNotEmpty();
        assertThat(auditor.get(charter("archive") + "/versions/12")
                        .json()
                        .at("/content/guide")
                        .asString())
                .isEqualTo("Guide 12");
        assertThat(auditor.get(charter("archive") + "/versions/13").status()).isEqualTo(404);
        assertThat(auditor.get(charter("archive") + "/versions/0").status()).isEqualTo(404);
        assertThat(anybody().get(charter("archive") + "/versions").status()).isEqualTo(403);

        JsonNode page = auditor.get(charter("archive") + "/versions?limit=5").json();
        assertThat(versions(page)).containsExactly(12, 11, 10, 9, 8);
        page = auditor.get(charter("archive") + "/versions?limit=5&cursor="
                        + page.path("next").asString())
                .json();
        assertThat(versions(page)).containsExactly(7, 6, 5, 4, 3);
        page = auditor.get(charter("archive") + "/versions?limit=5&cursor="
                        + page.path("next").asString())
                .json();
        assertThat(versions(page)).containsExactly(2, 1);
        assertThat(page.has("next")).isFalse();
        assertThat(auditor.get(charter("archive") + "/versions?cursor=x").status())
                .isEqualTo(400);
        assertThat(auditor.get(charter("archive") + "/versions?limit=0").status())
                .isEqualTo(422);
    }

    @Test
    void what_is_announced_is_shown_and_does_not_hold_yet() {
        publish("planners", guide(1), 0);
        Instant later = Instant.now().plus(Duration.ofDays(3));
        Answer announced = publish("planners", "{\"guide\": \"Soon\", \"validFrom\": \"" + later + "\"}", 1);

        assertThat(announced.json().path("state").asString()).isEqualTo("announced");
        Answer seen = anybody().get(charter("planners"));
        assertThat(seen.json().path("version").asInt()).isEqualTo(1);
        assertThat(seen.json().path("guide").asString()).isEqualTo("Guide 1");
        assertThat(seen.json().at("/announced/0/version").asInt()).isEqualTo(2);
        assertThat(as("planners")
                        .send("PUT", charter("planners"), guide(3), "If-Match", seen.header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Behaviour({"R80", "R81"})
    void a_running_request_finishes_under_the_version_under_which_it_began() {
        publish("workshop", FULL.replace("SO-77182\",", "SO-77182\", \"optional\": true,"), 0);
        RequestId running = raise("workshop", 1);
        JsonNode began = terms("workshop", running);
        assertThat(began.path("charterVersion").asInt()).isEqualTo(1);
        // One working hour on Monday, by the clock in Bucharest.
        assertThat(began.path("firstAnswerBy").asString()).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(began.path("progressEveryMinutes").asInt()).isEqualTo(240);

        publish("workshop", """
                {"ola": {"firstAnswerMinutes": 1, "resolutionMinutes": 2}, "progressEveryMinutes": 15}""", 1);
        Answer noted = as("workshop")
                .post(
                        "/api/v1/departments/workshop/requests/" + running + "/replies",
                        "{\"type\": \"progress\", \"by\": \"Ion\", \"note\": \"Half of it.\"}",
                        "Idempotency-Key",
                        "p1");
        assertThat(noted.status()).as(noted.body()).isEqualTo(201);

        assertThat(terms("workshop", running)).isEqualTo(began);
        JsonNode next = terms("workshop", raise("workshop", null));
        assertThat(next.path("charterVersion").asInt()).isEqualTo(2);
        assertThat(next.path("firstAnswerBy").asString()).isEqualTo("2026-03-02T07:01:00Z");
        // Asked under the first, and heard of only now.
        assertThat(terms("workshop", raise("workshop", 1))
                        .path("charterVersion")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    @Behaviour("R66")
    void what_is_published_is_needed_at_once() {
        publish("depot", FULL, 0);
        RequestId asking = raise("workshop", null);
        String replies = "/api/v1/departments/workshop/requests/" + asking + "/replies";
        String help = "{\"type\": \"help\", \"by\": \"Ion\", \"from\": \"depot\", \"kind\": \"INFORMATION\","
                + " \"subject\": \"When did it leave?\"}";

        assertThat(as("workshop").post(replies, help, "Idempotency-Key", "h1").pointers())
                .containsExactly("/fields/order");
    }

    private static List<Integer> versions(JsonNode page) {
        return page.path("versions")
                .valueStream()
                .map(it -> it.path("version").asInt())
                .toList();
    }

    private static String guide(int number) {
        return "{\"guide\": \"Guide " + number + "\"}";
    }

    private static String charter(String department) {
        return "/api/v1/departments/" + department + "/charter";
    }

    private static HttpTalk anybody() {
        return service.as("clerk", "frontline");
    }

    private static HttpTalk as(String department) {
        return service.as("silvia", "department:" + department);
    }

    private static Answer publish(String department, String json, int seen) {
        return as(department).send("PUT", charter(department), json, "If-Match", "\"" + seen + "\"");
    }

    private static JsonNode terms(String department, RequestId id) {
        return as(department)
                .get("/api/v1/departments/" + department + "/requests/" + id)
                .json()
                .path("terms");
    }

    /** Raises a request and waits until it is here. */
    private static RequestId raise(String department, @Nullable Integer version) {
        CaseId of = new CaseId(UUID.randomUUID().toString());
        RequestId id = RequestId.of(of, 1);
        RequestRaised raised = new RequestRaised(
                of,
                id,
                new DepartmentCode(department),
                RequestKind.SOLUTION,
                "delivery",
                "Look into it.",
                "It never came.",
                "en",
                null,
                MONDAY,
                MONDAY.plus(Duration.ofDays(2)));
        service.publish(
                Topics.ROUTING,
                "routing",
                of.value(),
                1,
                EventTypes.wireName(RequestRaised.class),
                Wire.write(version == null ? raised : raised.under(version)));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(department)
                                .get("/api/v1/departments/" + department + "/requests/" + id)
                                .status()
                        == 200);
        return id;
    }
}
