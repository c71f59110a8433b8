package io.redress.department;

import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DeliveryEvent.RatingReminded;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Owner;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The mirror, reminders and named people, on a real broker and the embedded store. */
class ServiceMirrorServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ControllableTime TIME = new ControllableTime(NOW);

    @TempDir
    static Path folder;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final RequestId r1 = RequestId.of(caseId, 1);
    private final RequestId r2 = RequestId.of(caseId, 2);
    private long seq;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                DepartmentApplication.class,
                "department-service",
                folder,
                TIME,
                Map.of("redress.department.service.remember-for", "1ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R72", "R84", "R99", "R101", "R138", "R140"})
    void a_department_sees_itself_as_a_supplier_and_as_a_client_and_is_reminded_of_what_it_has_not_rated() {
        route();
        raise(r1, FINANCE, null);
        awaitState(r1, FINANCE, "open");
        reply(r1, FINANCE, "h1", """
                {"type": "help", "by": "Silvia", "from": "logistics", "kind": "INFORMATION", "subject": "When?"}""");
        raise(r2, LOGISTICS, r1);
        Answer asked = awaitState(r2, LOGISTICS, "open");
        assertThat(asked.json().at("/people/asking/party").asString()).isEqualTo("department:finance");
        assertThat(asked.json().at("/people/asking/name").asString()).isEqualTo("Silvia");
        assertThat(asked.json().at("/people/consultant/party").asString()).isEqualTo("consultant:andrei");
        reply(r2, LOGISTICS, "a1", """
                {"type": "answer", "by": "Remus", "done": true, "findings": "On Monday."}""");
        assertThat(delivered("finance").at("/people/working/name").asString()).isEqualTo("Remus");
        assertThat(service.as("silvia", "department:finance")
                        .get("/api/v1/cases/" + caseId + "/cooperation")
                        .body())
                .contains("\"working\":{\"party\":\"department:logistics\",\"name\":\"Remus\"");

        reply(r1, FINANCE, "d1", """
                {"type": "decline", "by": "Silvia", "reason": "Not ours.", "rightOwner": "legal-compliance"}""");

        JsonNode logistics = mirror("logistics");
        assertThat(logistics.at("/supplier/asked").asInt()).isEqualTo(1);
        assertThat(logistics.at("/supplier/onTimeAsLastDue/good").asInt()).isEqualTo(1);
        assertThat(logistics.at("/supplier/completeAtFirst/share").asDouble()).isEqualTo(1);
        assertThat(logistics.at("/supplier/helpGiven").asInt()).isEqualTo(1);
        assertThat(logistics.at("/supplier/ratings/rated").asInt()).isZero();
        assertThat(logistics.at("/supplier/ratings").has("average")).isFalse();
        assertThat(logistics.at("/looked/atMost").asInt()).isEqualTo(500);
        assertThat(logistics.at("/looked/all").asBoolean()).isTrue();
        JsonNode finance = mirror("finance");
        assertThat(finance.at("/supplier/asked").asInt()).isEqualTo(1);
        assertThat(finance.at("/supplier/declined").asInt()).isEqualTo(1);
        assertThat(finance.at("/supplier/onTimeAsLastDue/of").asInt()).isEqualTo(1);
        assertThat(finance.at("/supplier/onTimeAsLastDue/good").asInt()).isZero();
        assertThat(finance.at("/client/made").asInt()).isEqualTo(1);
        assertThat(finance.at("/client/completeAtOnce/good").asInt()).isEqualTo(1);
        assertThat(finance.at("/client/ratedInTime/of").asInt()).isZero();
        assertThat(finance.at("/cooperation/helpAsked").asInt()).isEqualTo(1);
        assertThat(finance.at("/cooperation/handOffsPerCase").asDouble()).isEqualTo(1);
        assertThat(service.meters())
                .contains("redress_served_total{department=\"finance\",outcome=\"declined\"")
                .contains("redress_served_total{department=\"logistics\",outcome=\"on-time\"");

        TIME.advance(Duration.ofDays(5));
        assertThat(told(RatingReminded.class, 1))
                .containsExactly(new RatingReminded(
                        caseId, r2, LOGISTICS, Party.department(FINANCE), NOW, NOW.plus(Duration.ofDays(5))));
        assertThat(delivered("finance").path("remindedAt").asString()).isEqualTo("2026-03-07T09:00:00Z");
        JsonNode reminded = mirror("finance");
        assertThat(reminded.at("/client/reminded").asInt()).isEqualTo(1);
        assertThat(reminded.at("/client/ratedInTime/of").asInt()).isEqualTo(1);
        assertThat(reminded.at("/client/ratedInTime/good").asInt()).isZero();
        Answer rated = service.as("silvia", "department:finance")
                .post("/api/v1/departments/logistics/requests/" + r2 + ":rate", "{}");
        assertThat(rated.status()).as(rated.body()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(
                        mirror("logistics").at("/supplier/ratings/onTime").asInt())
                .isEqualTo(1));
    }

    @Test
    @Behaviour("R72")
    void the_mirror_is_for_the_department_and_for_whoever_looks_after_all_of_them() {
        String address = "/api/v1/departments/development/service";
        HttpTalk development = service.as("ada", "department:development");
        Answer seen = development.get(address);
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(development
                        .get(address, "If-None-Match", Objects.requireNonNull(seen.header("ETag")))
                        .status())
                .isEqualTo(304);
        assertThat(service.as("vera", "supervisor").get(address + "?weeks=26").status())
                .isEqualTo(200);
        assertThat(service.as("otto", "auditor").get(address).status()).isEqualTo(200);
        assertThat(service.as("silvia", "department:finance").get(address).status())
                .isEqualTo(404);
        assertThat(service.as("andrei", "consultant").get(address).status()).isEqualTo(403);
        assertThat(development.get(address + "?weeks=27").pointers()).containsExactly("/weeks");
        assertThat(development.get(address + "?weeks=many").status()).isEqualTo(400);
    }

    @Test
    @Behaviour("R138")
    void until_somebody_has_taken_a_request_up_the_charter_names_whom_to_speak_with() {
        DepartmentCode code = new DepartmentCode("translators");
        String charter = "/api/v1/departments/translators/charter";
        HttpTalk translators = service.as("of-translators", "department:translators");
        assertThat(translators
                        .send("PUT", charter, "{\"contact\": {\"name\": \" \"}}", "If-Match", "\"0\"")
                        .pointers())
                .containsExactlyInAnyOrder("/contact/name", "/contact/reachedAt");
        Answer published = translators.send(
                "PUT",
                charter,
                "{\"contact\": {\"name\": \"Ileana\", \"reachedAt\": \"room 12\"}}",
                "If-Match",
                "\"0\"");
        assertThat(published.status()).as(published.body()).isBetween(200, 299);
        assertThat(translators.get(charter).json().at("/contact/name").asString())
                .isEqualTo("Ileana");

        route();
        raise(r1, code, null);

        Answer asked = awaitState(r1, code, "open");
        assertThat(asked.json().at("/people/working/contact/reachedAt").asString())
                .isEqualTo("room 12");
        assertThat(asked.json().at("/people/asking/name").asString()).isEqualTo("andrei");
        assertThat(translators
                        .get("/api/v1/departments/translators/worklist")
                        .json()
                        .at("/items/0/people/working/contact/name")
                        .asString())
                .isEqualTo("Ileana");
    }

    private static JsonNode mirror(String department) {
        Answer seen = service.as("of-" + department, "department:" + department)
                .get("/api/v1/departments/" + department + "/service");
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        return seen.json();
    }

    private JsonNode delivered(String to) {
        Answer seen = service.as("of-" + to, "department:" + to)
                .get("/api/v1/departments/" + to + "/deliveries?unrated=true");
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        return seen.json().at("/items/0");
    }

    private static void reply(RequestId id, DepartmentCode code, String key, String body) {
        Answer said = service.as("of-" + code, "department:" + code)
                .post("/api/v1/departments/" + code + "/requests/" + id + "/replies", body, "Idempotency-Key", key);
        assertThat(said.status()).as(said.body()).isEqualTo(201);
    }

    private Answer awaitState(RequestId id, DepartmentCode code, String state) {
        HttpTalk department = service.as("of-" + code, "department:" + code);
        String address = "/api/v1/departments/" + code + "/requests/" + id;
        await().untilAsserted(() -> assertThat(department.get(address).status()).isEqualTo(200));
        Answer seen = department.get(address);
        assertThat(seen.json().path("state").asString()).isEqualTo(state);
        return seen;
    }

    private void route() {
        publish(new CaseRouted(
                caseId,
                "overcharge",
                Cause.SERVICE_FAILURE,
                FINANCE,
                List.of(),
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                new Customer("C-4712", Customer.Tier.STANDARD),
                "app",
                "en",
                "overcharge",
                NOW,
                NOW));
    }

    private void raise(RequestId id, DepartmentCode department, @Nullable RequestId parent) {
        publish(new RequestRaised(
                caseId,
                id,
                department,
                RequestKind.INFORMATION,
                "overcharge",
                parent == null ? "Look into it." : "When?",
                "You charged me twice!",
                "en",
                null,
                NOW,
                NOW.plus(Duration.ofHours(24)),
                parent,
                null,
                null));
    }

    private void publish(CaseEvent event) {
        service.publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                ++seq,
                EventTypes.wireName(event.getClass()),
                Wire.write(event));
    }

    private List<CaseEvent> told(Class<? extends CaseEvent> type, int count) {
        return service.await(Topics.DEPARTMENTS, caseId.value(), count, EventTypes.wireName(type)).stream()
                .map(it -> Wire.read(RunningService.type(it), it.value()))
                .toList();
    }
}
