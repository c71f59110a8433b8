package io.redress.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.EventTypes;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.Reserve;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Things of which there is only so much, over HTTP and Kafka, on a real broker and the embedded store. */
class ReservationServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final int CUSTOMERS = 100;

    @TempDir
    static Path stores;

    private static RunningService service;

    private final String modems = "modems-" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = "/api/v1/resources/" + modems;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ResolutionApplication.class, "resolution-service", stores, Clock.systemUTC(), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour("R104")
    void of_a_hundred_customers_one_is_offered_the_last_one_and_no_longer_once_it_is_sold_elsewhere() {
        HttpTalk.Answer declared = declare("1", "If-None-Match", "*");
        assertThat(declared.status()).as(declared.body()).isEqualTo(201);
        List<CaseId> cases = IntStream.range(0, CUSTOMERS)
                .mapToObj(_ -> new CaseId(UUID.randomUUID().toString()))
                .toList();
        cases.parallelStream().forEach(this::complain);

        List<CaseId> lucky = cases.stream()
                .filter(it -> kinds(proposed(it)).contains("replacement"))
                .toList();

        assertThat(lucky).hasSize(1);
        String path = resolution(lucky.getFirst());
        HttpTalk.Answer offer = own().get(path);
        assertThat(offer.json().at("/reserved/0/resource").asString()).isEqualTo(modems);
        assertThat(offer.json().at("/reserved/0/until").asString())
                .isEqualTo(offer.json().at("/proposal/validUntil").asString());
        assertThat(declare("0", "If-Match", read().header("ETag")).status()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(kinds(own().get(path).json())).containsExactly("refund", "repair"));
        assertThat(own().post(
                                path.replace("resolution", "choice"),
                                "{\"proposalId\": \"p1\", \"optionId\": \"o1\"}",
                                "If-Match",
                                own().get(path).header("ETag"))
                        .problem())
                .isEqualTo("unknown-proposal");
    }

    @Test
    void what_was_chosen_is_taken_and_cannot_be_declared_away() {
        declare("2", "If-None-Match", "*");
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        complain(caseId);
        proposed(caseId);
        String seen = read().header("ETag");

        HttpTalk.Answer chosen = own().post(
                        resolution(caseId).replace("resolution", "choice"),
                        "{\"proposalId\": \"p1\", \"optionId\": \"o1\"}",
                        "If-Match",
                        own().get(resolution(caseId)).header("ETag"));

        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.json().path("state").asString()).isEqualTo("chosen");
        assertThat(chosen.json().at("/reserved/0/taken").asBoolean()).isTrue();
        JsonNode part = read().json().at("/parts/0");
        assertThat(part.path("taken").asString()).isEqualTo("1");
        assertThat(part.path("free").asString()).isEqualTo("1");
        assertThat(declare("0", "If-Match", seen).problem()).isEqualTo("already-taken");
        assertThat(declare("1", "If-Match", seen).status())
                .as("who has seen the declaration may change it, whatever was held meanwhile")
                .isEqualTo(200);
        assertThat(declare("3", "If-Match", seen).status()).isEqualTo(412);
        assertThat(service.await(Topics.RESOLUTIONS, caseId.value(), 5))
                .extracting(record -> RunningService.headers(record).get("ce_type"))
                .startsWith(
                        "redress.resolution.reservation-held.v1",
                        "redress.resolution.solutions-proposed.v1",
                        "redress.resolution.reservation-taken.v1",
                        "redress.resolution.option-chosen.v1");
    }

    @Test
    void only_its_department_declares_what_there_is() {
        assertThat(read().status()).isEqualTo(404);
        assertThat(declare("1").status()).isEqualTo(428);
        assertThat(declare("1", "If-Match", "\"1.1\"").status()).isEqualTo(412);
        assertThat(service.as("max", "department:logistics")
                        .send("PUT", address, stock("1"), "If-None-Match", "*")
                        .pointers())
                .containsExactly("/owner");
        assertThat(service.as("webshop", "frontline").get(address).status()).isEqualTo(403);
        assertThat(finance()
                        .send(
                                "PUT",
                                address,
                                "{\"kind\": \"budget\", \"owner\": \"finance\", \"quantity\": \"-1\","
                                        + " \"slots\": [{}]}",
                                "If-None-Match",
                                "*")
                        .pointers())
                .containsExactlyInAnyOrder("/quantity", "/slots/0/slot", "/slots/0/quantity", "/slots", "/currency");
        assertThat(finance()
                        .send(
                                "PUT",
                                address,
                                "{\"kind\": \"budget\", \"owner\": \"finance\", \"quantity\": \"10.005\","
                                        + " \"currency\": \"EUR\"}",
                                "If-None-Match",
                                "*")
                        .problem())
                .isEqualTo("unusable-quantity");
        HttpTalk.Answer first = declare("1", "If-None-Match", "*");
        assertThat(first.status()).isEqualTo(201);
        assertThat(declare("1", "If-None-Match", "*").status()).isEqualTo(200);
        assertThat(declare("2", "If-None-Match", "*").status()).isEqualTo(412);
        JsonNode page = finance().get("/api/v1/resources?limit=1").json();
        assertThat(page.path("resources").size()).isEqualTo(1);
        assertThat(finance().get("/api/v1/resources?limit=0").pointers()).containsExactly("/limit");
    }

    private HttpTalk.Answer declare(String quantity, String... headers) {
        return finance().send("PUT", address, stock(quantity), headers);
    }

    private static String stock(String quantity) {
        return "{\"kind\": \"stock\", \"owner\": \"finance\", \"quantity\": \"" + quantity + "\"}";
    }

    private HttpTalk.Answer read() {
        return finance().get(address);
    }

    private JsonNode proposed(CaseId caseId) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(own().get(resolution(caseId))
                                .json()
                                .path("state")
                                .asString())
                        .isEqualTo("proposed"));
        return own().get(resolution(caseId)).json();
    }

    private static List<String> kinds(JsonNode resolution) {
        return resolution
                .at("/proposal/options")
                .valueStream()
                .map(it -> it.path("kind").asString())
                .toList();
    }

    private static String resolution(CaseId caseId) {
        return "/api/v1/cases/" + caseId + "/resolution";
    }

    private static HttpTalk own() {
        return service.as("webshop", "frontline");
    }

    private static HttpTalk finance() {
        return service.as("silvia", "department:finance");
    }

    private void complain(CaseId caseId) {
        Involvement involvement =
                new Involvement(FINANCE, RequestId.of(caseId, 1), RequestKind.SOLUTION, "Finance handles it.");
        publish(
                Topics.ROUTING,
                "routing",
                new CaseRouted(
                        caseId,
                        "defect",
                        Cause.SERVICE_FAILURE,
                        FINANCE,
                        List.of(involvement),
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        new Customer("C-" + caseId, Customer.Tier.STANDARD),
                        "webshop",
                        "en",
                        "defects",
                        NOW,
                        NOW));
        publish(
                Topics.DEPARTMENTS,
                "departments",
                new RequestAnswered(
                        caseId,
                        RequestId.of(caseId, 1),
                        FINANCE,
                        RequestKind.SOLUTION,
                        null,
                        true,
                        "It is broken.",
                        List.of(),
                        List.of(
                                new OptionIdea(
                                        "replacement",
                                        "A new modem.",
                                        null,
                                        2,
                                        null,
                                        null,
                                        null,
                                        List.of(new Reserve(modems, "1"))),
                                new OptionIdea("refund", "We pay it back.", null, 3, null)),
                        "silvia",
                        NOW));
    }

    private static void publish(String topic, String stream, CaseEvent event) {
        service.publish(
                topic, stream, event.caseId().value(), 1, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
