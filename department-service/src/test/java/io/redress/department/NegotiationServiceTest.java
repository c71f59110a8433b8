package io.redress.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Dates between departments, on a real broker and the embedded store. */
class NegotiationServiceTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant DUE = NOW.plus(Duration.ofDays(3));
    private static final Instant SOONER = NOW.plus(Duration.ofDays(1));

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(DepartmentApplication.class, "department-service", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R75", "R76", "R77", "R90", "R96"})
    void both_sides_offer_until_one_accepts_and_then_only_both_change_it() {
        RequestId id = raise("purchasing", DUE);
        String request = address("purchasing", id);
        HttpTalk provider = department("purchasing");

        Answer offered = offer(consultant(), request, "o1", "{\"dueAt\": \"%s\"}".formatted(SOONER));
        assertThat(offered.status()).isEqualTo(201);
        assertThat(offered.json().at("/standing/to").asString()).isEqualTo("department:purchasing");
        assertThat(offered.json().path("dueAt").asString()).isEqualTo(DUE.toString());
        assertThat(offered.header("Redress-Position")).isEqualTo("departments=2");
        assertThat(offer(consultant(), request, "o1", "{\"dueAt\": \"%s\"}".formatted(SOONER))
                        .header("Idempotent-Replayed"))
                .isEqualTo("true");
        Instant between = SOONER.plus(Duration.ofDays(1));
        assertThat(offer(provider, request, "o2", "{\"dueAt\": \"%s\"}".formatted(between))
                        .pointers())
                .containsExactly("/reason");
        Answer countered = offer(
                provider,
                request,
                "o2",
                "{\"dueAt\": \"%s\", \"reason\": \"The parts come tomorrow.\", \"resources\": \"Two people.\"}"
                        .formatted(between));
        assertThat(countered.json().at("/offers/0/state").asString()).isEqualTo("countered");
        assertThat(countered.json().at("/standing/load/position").asInt()).isEqualTo(1);

        Answer alone = provider.send("POST", request + "/offers/offer-2:accept", null);
        assertThat(alone.status()).isEqualTo(409);
        assertThat(alone.problem()).isEqualTo("one-sided");
        assertThat(alone.json().at("/state/dueAt").asString()).isEqualTo(DUE.toString());
        Answer agreed = consultant().send("POST", request + "/offers/offer-2:accept", null);
        assertThat(agreed.status()).isEqualTo(200);
        assertThat(agreed.json().at("/agreement/dueAt").asString()).isEqualTo(between.toString());
        assertThat(consultant()
                        .send("POST", request + "/offers/offer-2:accept", null)
                        .header("Idempotent-Replayed"))
                .isEqualTo("true");

        offer(provider, request, "o3", "{\"dueAt\": \"%s\", \"reason\": \"One is ill.\"}".formatted(DUE));
        Answer late = provider.send("POST", request + "/offers/offer-3:accept", null);
        assertThat(late.problem()).isEqualTo("one-sided");
        assertThat(late.json().at("/state/agreement/dueAt").asString()).isEqualTo(between.toString());
        Answer refused = consultant()
                .post(request + "/offers/offer-3:decline", "{\"reason\": \"The customer leaves on Friday.\"}");
        assertThat(refused.json().at("/offers/2/answered/reason").asString())
                .isEqualTo("The customer leaves on Friday.");
        assertThat(provider.get(request).json().path("dueAt").asString()).isEqualTo(between.toString());
        assertThat(provider.get(request).json().at("/negotiation/rounds").asInt())
                .isEqualTo(1);
        assertThat(told(id, 6))
                .containsExactly(
                        "redress.department.request-accepted.v1",
                        "redress.department.expectation-offered.v1",
                        "redress.department.expectation-offered.v1",
                        "redress.department.date-agreed.v1",
                        "redress.department.expectation-offered.v1",
                        "redress.department.offer-declined.v1");
    }

    @Test
    @Behaviour({"R75", "R95"})
    void a_departments_own_system_offers_over_its_topic_and_accepts_what_is_offered_to_it() {
        RequestId id = raise("warehouse", DUE);
        String request = address("warehouse", id);
        DepartmentCode warehouse = new DepartmentCode("warehouse");
        say(new DepartmentReply.Offer(
                "o1", id, warehouse, "stock", DUE.plusSeconds(60), "Stock-taking.", "12 pallets", null, null));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> consultant().get(request + "/negotiation").json().has("standing"));
        assertThat(consultant()
                        .get(request + "/negotiation")
                        .json()
                        .at("/standing/quantity")
                        .asString())
                .isEqualTo("12 pallets");

        offer(consultant(), request, "c1", "{\"dueAt\": \"%s\", \"reason\": \"The fair begins.\"}".formatted(SOONER));
        say(new DepartmentReply.AcceptOffer("y1", id, warehouse, "stock", "offer-2"));

        assertThat(told(id, 4).getLast()).isEqualTo("redress.department.date-agreed.v1");
        assertThat(department("warehouse").get(request).json().path("dueAt").asString())
                .isEqualTo(SOONER.toString());
    }

    @Test
    @Behaviour({"R82", "R89", "R92", "R96"})
    void who_is_displaced_is_said_before_and_told_once_after_it_is_agreed() {
        List<RequestId> queue = IntStream.rangeClosed(1, 12)
                .mapToObj(n -> raise("workshop", DUE.plusSeconds(n * 60L)))
                .toList();
        HttpTalk workshop = department("workshop");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> workshop.get("/api/v1/departments/workshop/worklist")
                                .json()
                                .path("items")
                                .size()
                        == 12);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode before = preview("workshop", "overcharge", SOONER).json();
            assertThat(before.path("position").asInt()).isEqualTo(1);
            assertThat(before.path("open").asInt()).isEqualTo(12);
            // Ten at a time: whoever was the tenth has to wait until one of them is done.
            assertThat(before.path("displacedCount").asInt()).isEqualTo(1);
            assertThat(before.at("/displaced/0/requestId").asString())
                    .isEqualTo(queue.get(9).value());
        });
        RequestId last = queue.getLast();
        offer(consultant(), address("workshop", last), "o", "{\"dueAt\": \"%s\"}".formatted(SOONER));
        workshop.send("POST", address("workshop", last) + "/offers/offer-1:accept", null);

        assertThat(told(queue.get(9), 2).getLast()).isEqualTo("redress.department.place-lost.v1");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> workshop.get(address("workshop", last))
                        .json()
                        .at("/negotiation/displaces/told")
                        .asBoolean());
        JsonNode list = workshop.get("/api/v1/departments/workshop/worklist").json();
        assertThat(list.path("items")
                        .valueStream()
                        .filter(it -> it.at("/negotiation/placesLost/0").isObject()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("requestId").asString())
                            .isEqualTo(queue.get(9).value());
                    assertThat(it.at("/negotiation/placesLost/0/to").asString()).isEqualTo(last.value());
                });
        assertThat(workshop.get(address("workshop", last))
                        .json()
                        .at("/negotiation/displaces/first/0/requestId")
                        .asString())
                .isEqualTo(queue.get(9).value());
    }

    @Test
    @Behaviour({"R88", "R89"})
    void asking_for_less_than_is_usual_is_answered_with_the_numbers() {
        Instant raisedAt = NOW.minus(Duration.ofHours(10));
        JsonNode unknown = preview("print-shop", "refund", SOONER).json();
        assertThat(unknown.at("/history/comparables").asInt()).isZero();
        assertThat(unknown.has("realistic")).isFalse();
        assertThat(unknown.at("/said/1").asString()).startsWith("Only 0 comparable requests");
        for (int i = 0; i < 10; i++) {
            RequestId done = raise("print-shop", raisedAt, DUE);
            assertThat(department("print-shop")
                            .post(
                                    address("print-shop", done) + "/replies",
                                    "{\"type\": \"answer\", \"by\": \"Dan\", \"done\": true, \"findings\": \"Printed.\"}",
                                    "Idempotency-Key",
                                    "a")
                            .status())
                    .isEqualTo(201);
        }
        Instant soon = NOW.plus(Duration.ofHours(2));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> preview("print-shop", "overcharge", soon).json().has("realistic"));

        JsonNode hasty = preview("print-shop", "overcharge", soon).json();
        assertThat(hasty.path("realistic").asBoolean()).isFalse();
        assertThat(hasty.at("/history/comparables").asInt()).isEqualTo(10);
        assertThat(hasty.at("/history/medianMinutes").asInt()).isBetween(600, 660);
        assertThat(preview("print-shop", "overcharge", DUE)
                        .json()
                        .path("realistic")
                        .asBoolean())
                .isTrue();
        RequestId id = raise("print-shop", DUE);
        String request = address("print-shop", id);
        Answer refused = offer(consultant(), request, "h", "{\"dueAt\": \"%s\"}".formatted(soon));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("below-median");
        assertThat(refused.json().path("detail").asString()).contains("10 comparable requests");
        Answer explained = offer(
                consultant(), request, "h", "{\"dueAt\": \"%s\", \"reason\": \"The court sits.\"}".formatted(soon));
        assertThat(explained.json().at("/standing/usual/comparables").asInt()).isEqualTo(10);

        Answer wish = wish(id.caseId(), "print-shop", soon);
        assertThat(wish.status()).isEqualTo(202);
        assertThat(wish.json().at("/usual/comparables").asInt()).isEqualTo(10);
        assertThat(wish.json().at("/usual/medianMinutes").asInt()).isBetween(600, 660);
    }

    @Test
    @Behaviour({"R75", "R90"})
    void what_somebody_asks_for_sooner_than_the_charter_gives_is_an_offer_on_the_worklist_that_the_department_takes() {
        CaseId caseId = raise("courier", DUE).caseId();
        Answer wish = wish(caseId, "foundry", SOONER);
        assertThat(wish.status()).isEqualTo(202);
        assertThat(wish.json().has("usual")).isFalse();
        RequestId id = RequestId.of(caseId, 2);
        service.publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                2,
                EventTypes.wireName(RequestRaised.class),
                Wire.write(new RequestRaised(
                        caseId,
                        id,
                        new DepartmentCode("foundry"),
                        RequestKind.SOLUTION,
                        "overcharge",
                        "Cast it again.",
                        "You charged me twice!",
                        "en",
                        null,
                        NOW,
                        DUE,
                        null,
                        null,
                        null,
                        null,
                        SOONER,
                        wish.json().path("askedId").asString())));
        String request = address("foundry", id);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> department("foundry").get(request).status() == 200);

        JsonNode listed = department("foundry")
                .get("/api/v1/departments/foundry/worklist")
                .json()
                .at("/items/0");
        assertThat(listed.at("/negotiation/standing/dueAt").asString()).isEqualTo(SOONER.toString());
        assertThat(listed.at("/negotiation/standing/by").asString()).isEqualTo("andrei");
        assertThat(listed.path("dueAt").asString()).isEqualTo(DUE.toString());

        Answer taken = department("foundry").send("POST", request + "/offers/offer-1:accept", null);
        assertThat(taken.json().path("dueAt").asString()).isEqualTo(SOONER.toString());
    }

    private static Answer wish(CaseId caseId, String department, Instant wantedBy) {
        return consultant()
                .post(
                        "/api/v1/departments/" + department + "/requests",
                        "{\"caseId\": \"%s\", \"kind\": \"SOLUTION\", \"subject\": \"Cast it again.\", \"wantedBy\": \"%s\"}"
                                .formatted(caseId, wantedBy),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    @Test
    void whoever_is_on_neither_side_learns_nothing_and_what_is_wrong_is_told_all_at_once() {
        RequestId id = raise("tooling", DUE);
        String request = address("tooling", id);
        String body = "{\"dueAt\": \"%s\"}".formatted(SOONER);

        assertThat(offer(department("marketing"), request, "k", body).problem()).isEqualTo("not-found");
        assertThat(department("marketing").get(request + "/negotiation").problem())
                .isEqualTo("not-found");
        assertThat(offer(consultant(), address("marketing", id), "k", body).problem())
                .isEqualTo("not-found");
        assertThat(offer(service.as("app", "frontline"), request, "k", body).problem())
                .isEqualTo("forbidden");
        assertThat(service.as("eve", "auditor").get(request + "/negotiation").status())
                .isEqualTo(200);
        assertThat(offer(service.as("eve", "auditor"), request, "k", body).problem())
                .isEqualTo("forbidden");
        assertThat(consultant().post(request + "/offers", body).problem()).isEqualTo("idempotency-key-missing");
        assertThat(offer(consultant(), request, "k", "{\"reason\": \" \", \"mood\": 1}")
                        .pointers())
                .containsExactlyInAnyOrder("/dueAt", "/reason", "/mood");
        assertThat(offer(consultant(), request, "k", "{\"dueAt\": \"%s\"}".formatted(NOW.minusSeconds(60)))
                        .pointers())
                .containsExactly("/dueAt");
        assertThat(consultant()
                        .send("POST", request + "/offers/offer-9:accept", null)
                        .problem())
                .isEqualTo("not-found");
        assertThat(consultant()
                        .post("/api/v1/departments/tooling/requests:preview", "{\"nature\": \"A b\", \"mood\": 1}")
                        .pointers())
                .containsExactlyInAnyOrder("/kind", "/nature", "/mood");
        assertThat(preview("tooling", "overcharge", NOW.minusSeconds(60)).pointers())
                .containsExactly("/wantedBy");
        assertThat(service.as("app", "frontline")
                        .post("/api/v1/departments/tooling/requests:preview", "{}")
                        .problem())
                .isEqualTo("forbidden");
    }

    private static Answer preview(String department, String nature, Instant wantedBy) {
        return consultant()
                .post(
                        "/api/v1/departments/" + department + "/requests:preview",
                        "{\"kind\": \"SOLUTION\", \"nature\": \"%s\", \"wantedBy\": \"%s\"}"
                                .formatted(nature, wantedBy));
    }

    private static Answer offer(HttpTalk who, String request, String key, String body) {
        return who.post(request + "/offers", body, "Idempotency-Key", key);
    }

    private static HttpTalk consultant() {
        return service.as("andrei", "consultant");
    }

    private static HttpTalk department(String code) {
        return service.as("silvia", "department:" + code);
    }

    private static String address(String department, RequestId id) {
        return "/api/v1/departments/" + department + "/requests/" + id;
    }

    private static void say(DepartmentReply reply) {
        service.send(
                new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, reply.caseId().value(), Wire.write(reply)));
    }

    private static RequestId raise(String department, Instant dueAt) {
        return raise(department, NOW, dueAt);
    }

    /** Raises the request of a case of its own and waits until it is here. */
    private static RequestId raise(String department, Instant raisedAt, Instant dueAt) {
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        RequestId id = RequestId.of(caseId, 1);
        RequestRaised raised = new RequestRaised(
                caseId,
                id,
                new DepartmentCode(department),
                RequestKind.SOLUTION,
                "overcharge",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                raisedAt,
                dueAt);
        service.publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                1,
                EventTypes.wireName(RequestRaised.class),
                Wire.write(raised));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> department(department).get(address(department, id)).status() == 200);
        return id;
    }

    private static List<String> told(RequestId id, int count) {
        return service.await(Topics.DEPARTMENTS, id.caseId().value(), count).stream()
                .map(it -> RunningService.headers(it).getOrDefault("ce_type", ""))
                .toList();
    }
}
