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
import io.redress.contracts.EventTypes;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentEvent.AccountsAttached;
import io.redress.contracts.IncidentEvent.ExecutionModeDecided;
import io.redress.contracts.IncidentEvent.IncidentJoined;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.IncidentRemedyEvent.Telling;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.io.IOException;
import java.nio.file.Files;
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

/** The remedy of an incident over HTTP and Kafka, on a real broker and the embedded store. */
class OutageServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode DEVELOPMENT = new DepartmentCode("development");
    private static final String REMEDY = "{\"remedy\": {\"kind\": \"credit\", \"amount\": {\"amount\": \"10.00\","
            + " \"currency\": \"EUR\"}}, \"reason\": \"A day without the service.\"}";

    @TempDir
    static Path stores;

    private static RunningService service;

    private final IncidentId incident = new IncidentId(UUID.randomUUID().toString());
    private final String remedy = "/api/v1/incidents/" + incident + "/remedy";

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ResolutionApplication.class,
                "resolution-service",
                stores,
                Clock.systemUTC(),
                Map.of("redress.resolution.outage.look-every", "50ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R110", "R112"})
    void everybody_affected_receives_the_remedy_once_and_each_is_told_after_that() throws IOException {
        mode(1, ExecutionMode.EXECUTE_FIRST);
        List<String> silent =
                IntStream.range(0, 300).mapToObj(n -> incident + "-S" + n).toList();
        attach(1, silent);
        String twice = incident + "-T";
        CaseId first = complain(twice);
        CaseId second = complain(twice);
        CaseId loud = complain(silent.getFirst());

        assertThat(service.as("eva", "auditor").get(remedy).json().path("state").asString())
                .isEqualTo("none");
        approve();
        for (CaseId caseId : List.of(first, second, loud)) {
            remedied(caseId);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(lines()).hasSize(301));

        CaseId late = complain(twice);
        assertThat(remedied(late).telling()).isEqualTo(Telling.ALREADY_DONE);
        assertThat(List.of(first, second)).allSatisfy(it -> toldWhereItsAccountSays(twice, it));
        toldWhereItsAccountSays(silent.getFirst(), loud);
        assertThat(account(silent.get(1)).toldIn()).isNull();
        assertThat(lines()).hasSize(301).doesNotHaveDuplicates();
        HttpTalk.Answer own = service.as("webshop", "frontline").get("/api/v1/cases/" + late + "/resolution");
        assertThat(own.json().path("state").asString()).isEqualTo("executed");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                supervisor().get(remedy).json().path("accounts").toString())
                        .isEqualTo("{\"affected\":301,\"wanted\":0,\"unknown\":0,\"remedied\":301,\"told\":301,"
                                + "\"chosen\":0,\"refused\":0}"));
    }

    @Test
    void what_is_attached_or_comes_again_later_is_carried_out_once() throws IOException {
        mode(1, ExecutionMode.EXECUTE_FIRST);
        approve();
        attach(1, List.of(incident + "-A", incident + "-B"));
        attach(1, List.of(incident + "-A", incident + "-B"));
        attach(2, List.of(incident + "-B", incident + "-C"));

        for (String account : List.of("-A", "-B", "-C")) {
            account(incident + account);
        }

        assertThat(lines()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void the_remedy_of_an_incident_is_decided_by_two_of_those_who_answer_for_the_whole() {
        assertThat(supervisor().get(remedy).status()).isEqualTo(404);
        assertThat(supervisor().post(remedy, REMEDY).status()).isEqualTo(404);
        mode(1, ExecutionMode.APPROVE_FIRST);
        assertThat(supervisor().post(remedy, REMEDY).problem()).isEqualTo("not-execute-first");
        mode(2, ExecutionMode.EXECUTE_FIRST);
        assertThat(service.as("silvia", "department:finance")
                        .post(remedy, REMEDY)
                        .status())
                .isEqualTo(403);
        assertThat(supervisor()
                        .post(remedy, "{\"remedy\": {\"kind\": \"shipment\", \"amount\": {\"amount\": \"-1\"}}}")
                        .pointers())
                .containsExactlyInAnyOrder(
                        "/remedy/amount/amount", "/remedy/amount/currency", "/remedy/item", "/reason");

        HttpTalk.Answer proposed = supervisor().post(remedy, REMEDY);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        assertThat(proposed.header("Redress-Position")).isEqualTo("resolutions=1");
        String seen = proposed.header("ETag");
        assertThat(supervisor()
                        .post(remedy + "/approval", "{}", "If-Match", seen)
                        .problem())
                .isEqualTo("own-proposal");
        assertThat(senior().post(remedy + "/approval", "{}").status()).isEqualTo(428);
        assertThat(senior().post(remedy + "/approval", "{}", "If-Match", "\"99\"")
                        .status())
                .isEqualTo(412);
        HttpTalk.Answer approved = senior().post(remedy + "/approval", "{}", "If-Match", seen);
        assertThat(approved.json().path("state").asString()).isEqualTo("executing");
        assertThat(senior().post(remedy + "/approval", "{}", "If-Match", seen).status())
                .isEqualTo(200);
        assertThat(service.await(Topics.RESOLUTIONS, incident.value(), 2))
                .extracting(RunningService::type)
                .containsExactly(
                        "redress.resolution.incident-remedy-proposed.v1",
                        "redress.resolution.incident-remedy-approved.v1");
    }

    /** Cases that join before the remedy leaves may tell it, and only one of them does. */
    private void toldWhereItsAccountSays(String account, CaseId caseId) {
        assertThat(remedied(caseId).telling() == Telling.DONE)
                .isEqualTo(caseId.equals(account(account).toldIn()));
    }

    private void approve() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> supervisor().post(remedy, REMEDY).status() == 200);
        String seen = senior().get(remedy).header("ETag");
        assertThat(senior().post(remedy + "/approval", "{}", "If-Match", seen).status())
                .isEqualTo(200);
    }

    private CaseRemedied remedied(CaseId caseId) {
        return (CaseRemedied) Wire.read(
                EventTypes.wireName(CaseRemedied.class),
                service.await(Topics.RESOLUTIONS, caseId.value(), 1).getFirst().value());
    }

    private AccountRemedied account(String account) {
        String key = IncidentRemedyEvent.keyOf(incident, account).value();
        return (AccountRemedied) Wire.read(
                EventTypes.wireName(AccountRemedied.class),
                service.await(Topics.RESOLUTIONS, key, 1).getFirst().value());
    }

    /** The accounts of this incident in the file, one for each line. */
    private List<String> lines() throws IOException {
        try (var lines = Files.lines(stores.resolve("remedies").resolve("remedies.ndjson"))) {
            return lines.filter(it -> it.contains("\"id\":\"" + incident + ":"))
                    .map(it -> it.substring(0, it.indexOf("\",\"at\"")))
                    .toList();
        }
    }

    private CaseId complain(String account) {
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        Involvement involvement =
                new Involvement(DEVELOPMENT, RequestId.of(caseId, 1), RequestKind.SOLUTION, "Development handles it.");
        publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                1,
                new CaseRouted(
                        caseId,
                        "crash",
                        Cause.PRODUCT_FAULT,
                        DEVELOPMENT,
                        List.of(involvement),
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        new Customer(account, Customer.Tier.STANDARD),
                        "webshop",
                        "en",
                        "crash-to-development",
                        NOW,
                        NOW));
        publish(Topics.INCIDENTS, "incidents", caseId.value(), 1, new IncidentJoined(caseId, incident, NOW));
        return caseId;
    }

    private void mode(long seq, ExecutionMode mode) {
        publish(
                Topics.INCIDENTS,
                "incidents",
                incident.value(),
                seq,
                new ExecutionModeDecided(incident, mode, "It costs them an hour.", "george", NOW));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> supervisor()
                        .get(remedy)
                        .json()
                        .path("mode")
                        .asString("")
                        .equals(mode.name()));
    }

    private void attach(long seq, List<String> accounts) {
        publish(
                Topics.INCIDENTS,
                "accounts.ab",
                incident.value(),
                seq,
                new AccountsAttached(incident, accounts, "george", NOW));
    }

    private static HttpTalk supervisor() {
        return service.as("george", "supervisor");
    }

    private static HttpTalk senior() {
        return service.as("sofia", "department:senior-management");
    }

    private static void publish(String topic, String stream, String key, long seq, CaseEvent event) {
        service.publish(topic, stream, key, seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
