package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ProactiveCaseOpened;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mass shipments become cases before anybody complains. */
class ShipmentServiceTest {
    @TempDir
    static Path folder;

    private static RunningService service;

    private final String customer = "C-" + UUID.randomUUID();
    private final String reference = "SH-" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = RunningService.start(IntakeApplication.class, "intake-service", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour("R46")
    void a_large_shipment_to_a_vip_is_a_case_with_an_owner_and_the_same_shipment_is_the_same_case() {
        Answer opened = warehouse().post("/api/v1/shipments", shipment("VIP", 500));

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.json().path("caseNeeded").asBoolean()).isTrue();
        assertThat(opened.json().at("/owner/name").asString()).isNotEmpty();
        String caseId = opened.json().path("caseId").asString();
        assertThat(opened.header("Location")).isEqualTo("/api/v1/cases/" + caseId);
        assertThat(opened.header("Redress-Position")).isEqualTo("intake=1");
        var told = service.await(Topics.COMPLAINTS, caseId, 1).getFirst();
        assertThat(Wire.read(RunningService.type(told), told.value()))
                .isInstanceOfSatisfying(ProactiveCaseOpened.class, it -> {
                    assertThat(it.shipment().reference()).isEqualTo(reference);
                    assertThat(it.openedBy()).isEqualTo("warehouse");
                });

        Answer again = service.as("luiza", "department:logistics").post("/api/v1/shipments", shipment("VIP", 500));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json().path("caseId").asString()).isEqualTo(caseId);
        assertThat(warehouse().post("/api/v1/shipments", shipment("VIP", 600)).problem())
                .isEqualTo("shipment-reference-reused");
    }

    @Test
    @Behaviour("R46")
    void it_is_read_like_any_case_by_those_whom_it_concerns_though_nobody_has_said_anything() {
        String address =
                warehouse().post("/api/v1/shipments", shipment("VIP", 500)).header("Location");
        CaseId caseId = new CaseId(address.substring(address.lastIndexOf('/') + 1));
        HttpTalk logistics = service.as("luiza", "department:logistics");

        Answer read = consultant().get(address);
        assertThat(read.status()).as(read.body()).isEqualTo(200);
        assertThat(read.header("ETag")).isNotEmpty();
        assertThat(read.json().path("kind").asString()).isEqualTo("shipment");
        assertThat(read.json().path("status").asString()).isEqualTo("open");
        assertThat(read.json().path("step").asString()).isEqualTo("coordinate");
        assertThat(read.json().at("/shipment/reference").asString()).isEqualTo(reference);
        assertThat(read.json().at("/customer/reference").asString()).isEqualTo(customer);
        assertThat(read.json().has("text")).isFalse();
        assertThat(read.json().has("channel")).isFalse();
        assertThat(consultant().get("/api/v1/cases").body()).contains(caseId.value());
        assertThat(consultant().get(address + "/messages").json().path("messages"))
                .isEmpty();
        assertThat(logistics.get(address).status()).isEqualTo(404);
        assertThat(service.as("webshop", "frontline").get(address).status()).isEqualTo(404);

        route(caseId);
        Awaitility.await()
                .untilAsserted(() -> assertThat(logistics.get(address).json().path("departments"))
                        .extracting(it -> it.asString())
                        .containsExactly("logistics"));
        assertThat(service.as("silvia", "department:finance").get(address).status())
                .isEqualTo(404);

        close(caseId);
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                consultant().get(address).json().path("status").asString())
                        .isEqualTo("closed"));
        assertThat(consultant().get(address).json().path("closedAt").asString()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(consultant().get("/api/v1/cases").body()).doesNotContain(caseId.value());
    }

    @Test
    @Behaviour("R46")
    void what_nobody_needs_to_watch_is_answered_with_the_reason() {
        Answer small = warehouse().post("/api/v1/shipments", shipment("VIP", 99));
        assertThat(small.status()).isEqualTo(200);
        assertThat(small.json().path("caseNeeded").asBoolean()).isFalse();
        assertThat(small.json().path("reason").asString())
                .contains("100 pieces")
                .contains("99");
        assertThat(warehouse()
                        .post("/api/v1/shipments", shipment("STANDARD", 5_000))
                        .json()
                        .path("reason")
                        .asString())
                .contains("VIP");

        Answer wrong = warehouse().post("/api/v1/shipments", "{\"quantity\":0,\"country\":\"Italy\",\"pieces\":1}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.pointers())
                .contains("/quantity", "/country", "/pieces", "/customer", "/reference", "/plannedFor");
        assertThat(service.as("webshop", "frontline")
                        .post("/api/v1/shipments", shipment("VIP", 500))
                        .problem())
                .isEqualTo("forbidden");
    }

    @Test
    @Behaviour("R46")
    void a_complaint_that_names_the_shipment_is_shown_beside_it_until_the_shipment_is_settled() {
        String caseId = warehouse()
                .post("/api/v1/shipments", shipment("VIP", 500))
                .json()
                .path("caseId")
                .asString();

        assertThat(suspectsOf(complain("Half of " + reference + " has not arrived, where is the rest of it?")))
                .contains(caseId);
        assertThat(suspectsOf(complain("The kettle that I bought in your shop is broken, I want a new one.")))
                .doesNotContain(caseId);

        close(new CaseId(caseId));
        Awaitility.await()
                .untilAsserted(() -> assertThat(suspectsOf(complain(
                                UUID.randomUUID() + " still nothing new of " + reference + ", I am waiting at home.")))
                        .doesNotContain(caseId));
    }

    private static void route(CaseId caseId) {
        DepartmentCode logistics = new DepartmentCode("logistics");
        service.publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                1,
                EventTypes.wireName(CaseRouted.class),
                Wire.write(new CaseRouted(
                        caseId,
                        "delivery",
                        Cause.NO_COMPLAINT,
                        logistics,
                        List.of(new Involvement(
                                logistics, RequestId.of(caseId, 1), RequestKind.SOLUTION, "Logistics prepares it.")),
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        new Customer("C-1", Customer.Tier.VIP),
                        "warehouse",
                        "en",
                        "large-shipments-are-prepared",
                        Instant.EPOCH,
                        Instant.EPOCH)));
    }

    private static void close(CaseId caseId) {
        service.publish(
                Topics.RESOLUTIONS,
                "resolutions",
                caseId.value(),
                1,
                EventTypes.wireName(CaseClosed.class),
                Wire.write(new CaseClosed(caseId, CaseClosed.Reason.ANSWERED, null, null, Instant.EPOCH)));
    }

    private static HttpTalk warehouse() {
        return service.as("warehouse", "department-system");
    }

    private static HttpTalk consultant() {
        return service.as("andrei", "consultant");
    }

    private String complain(String text) {
        return service.as("webshop", "frontline")
                .post(
                        "/api/v1/complaints",
                        "{\"customer\":{\"reference\":\"" + customer
                                + "\",\"tier\":\"VIP\"},\"channel\":\"web\",\"text\":\"" + text + "\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json()
                .path("caseId")
                .asString();
    }

    private String suspectsOf(String caseId) {
        Answer answer = consultant().get("/api/v1/cases/" + caseId + "/duplicates");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("suspects").toString();
    }

    private String shipment(String tier, int quantity) {
        return """
                {"customer":{"reference":"%s","tier":"%s"},"reference":"%s","quantity":%d,
                 "plannedFor":"2026-12-01","country":"IT"}
                """.formatted(customer, tier, reference, quantity);
    }
}
