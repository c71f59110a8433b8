package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Through all services: what is done before anybody complains, and what the business hears of complaints afterwards. */
class BeforeAndAfterComplaintsTest {
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");

    @TempDir
    static Path folder;

    private static WholeProduct product;
    private static TopicsHeard heard;

    private final HttpTalk warehouse = as("warehouse", "department-system");
    private final HttpTalk luiza = as("luiza", "department:logistics");
    private final HttpTalk andrei = as("andrei", "consultant");
    private final HttpTalk webshop = as("webshop", "frontline");
    private final HttpTalk paula = as("paula", "department:product-management");

    @BeforeAll
    static void start() throws InterruptedException {
        product = WholeProduct.start(folder, Map.of());
        heard = new TopicsHeard(product.kafka());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        heard.close();
        product.close();
    }

    @Test
    @Behaviour("R46")
    void a_mass_shipment_to_a_vip_is_logistics_work_before_anybody_complains_and_is_known_when_somebody_does() {
        String shipment =
                """
                {"customer": {"reference": "C-elena", "tier": "VIP"}, "reference": "SH-2026-118", "quantity": 500,
                 "plannedFor": "%s", "country": "RO"}
                """.formatted(product.now().plus(Duration.ofDays(3)).toString().substring(0, 10));
        Answer told = warehouse.post("/api/v1/shipments", shipment);
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        String theCase = told.header("Location");
        String caseId = told.json().path("caseId").asString();
        assertThat(theCase).isEqualTo("/api/v1/cases/" + caseId);

        // Logistics has its request, in its worklist and on the topic of its own system.
        String request = eventually()
                .until(
                        () -> luiza.get("/api/v1/departments/logistics/worklist")
                                .json()
                                .path("items")
                                .valueStream()
                                .map(it -> it.path("requestId").asString())
                                .filter(it -> it.startsWith(caseId))
                                .findFirst()
                                .orElse(""),
                        it -> !it.isEmpty());
        assertThat(heard.about(Topics.requestsOf(LOGISTICS), caseId, "redress.routing.request-raised.v1"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("subject").asString()).startsWith("Prepare this shipment");
                    assertThat(it.toString()).contains("SH-2026-118").doesNotContain("C-elena");
                });

        // It is a case like any other for those who work on it, and the customer hears nothing of it.
        JsonNode read = eventually()
                .until(
                        () -> luiza.get(theCase).json(),
                        it -> it.path("departments").size() == 1);
        assertThat(read.path("kind").asString()).isEqualTo("shipment");
        assertThat(read.at("/shipment/reference").asString()).isEqualTo("SH-2026-118");
        assertThat(andrei.get("/api/v1/cases").body()).contains(caseId);
        assertThat(andrei.get(theCase + "/messages").json().path("messages")).isEmpty();
        JsonNode waits = eventually()
                .until(
                        () -> andrei.get(theCase + "/waits").json(),
                        it -> !it.path("waits").isEmpty());
        assertThat(waits.path("waits").valueStream()).singleElement().satisfies(it -> {
            assertThat(it.path("waitedOn").asString()).isEqualTo("department:logistics");
            assertThat(it.path("requestId").asString()).isEqualTo(request);
        });
        eventually()
                .untilAsserted(() -> assertThat(luiza.get(theCase + "/journey")
                                .json()
                                .path("entries")
                                .valueStream()
                                .map(it -> it.path("type").asString()))
                        .contains(
                                "redress.intake.proactive-case-opened.v1",
                                "redress.routing.case-routed.v1",
                                "redress.routing.request-raised.v1"));

        // A complaint about it is linked to it; one about something else is not.
        String complaint = complaint("C-elena", "VIP", "Where is my delivery SH-2026-118? It has not been announced!");
        assertThat(andrei.get(complaint + "/duplicates").json().path("suspects").toString())
                .contains(caseId);
        assertThat(andrei.get(complaint).json().path("suspectedDuplicates").toString())
                .contains(caseId);
        String another = complaint("C-elena", "VIP", "The invoice of May has a wrong amount, I was charged twice.");
        assertThat(andrei.get(another + "/duplicates").json().path("suspects").toString())
                .doesNotContain(caseId);

        // With the answer of logistics the shipment is prepared, and its case is over.
        Answer answered = luiza.post(
                "/api/v1/departments/logistics/requests/" + request + "/replies",
                "{\"type\": \"answer\", \"by\": \"luiza\", \"done\": true, \"findings\": \"Three lorries, tracked.\"}",
                "Idempotency-Key",
                key());
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
        eventually()
                .untilAsserted(() -> assertThat(
                                andrei.get(theCase).json().path("status").asString())
                        .isEqualTo("closed"));
        eventually()
                .untilAsserted(
                        () -> assertThat(andrei.get(theCase + "/waits").json().path("waits"))
                                .isEmpty());
        assertThat(andrei.get(theCase + "/messages").json().path("messages")).isEmpty();
        String later = complaint("C-elena", "VIP", "One lorry of SH-2026-118 came with two broken boxes.");
        assertThat(andrei.get(later + "/duplicates").json().path("suspects").toString())
                .doesNotContain(caseId);
    }

    @Test
    @Behaviour("R26")
    void product_management_reads_at_the_door_what_customers_miss_and_not_who_they_are() {
        String complaint = complaint(
                "C-george",
                "STANDARD",
                "There is no feature to set a timer, the feature is missing. My name is George Ionescu.");
        String caseId = complaint.substring(complaint.lastIndexOf('/') + 1);

        JsonNode told = eventually()
                .until(
                        () -> paula.get("/api/v1/feedback?nature=missing-feature")
                                .json()
                                .path("feedback")
                                .path(0),
                        it -> it.path("caseId").asString("").equals(caseId));
        assertThat(told.path("words").asString())
                .contains("set a timer", "My name is [name]")
                .doesNotContain("Ionescu");
        assertThat(told.toString()).doesNotContain("C-george");
        assertThat(heard.about(Topics.FEEDBACK, caseId, "redress.feedback.feedback-collected.v1"))
                .singleElement()
                .satisfies(it -> assertThat(it.toString()).doesNotContain("Ionescu", "C-george"));
        eventually()
                .untilAsserted(() -> assertThat(paula.get("/api/v1/feedback:summary")
                                .json()
                                .path("natures")
                                .valueStream()
                                .map(it -> it.path("nature").asString() + " " + it.path("total")))
                        .contains("missing-feature 1"));
        assertThat(luiza.get("/api/v1/feedback").status()).isEqualTo(403);
        assertThat(webshop.get("/api/v1/feedback:summary").status()).isEqualTo(403);
    }

    private String complaint(String customer, String tier, String text) {
        Answer taken = webshop.post(
                "/api/v1/complaints",
                "{\"customer\": {\"reference\": \"%s\", \"tier\": \"%s\"}, \"channel\": \"web\", \"text\": \"%s\"}"
                        .formatted(customer, tier, text),
                "Idempotency-Key",
                key());
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return taken.header("Location");
    }

    private static HttpTalk as(String person, String role) {
        return product.as(person, role);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
