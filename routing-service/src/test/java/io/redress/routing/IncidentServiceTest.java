package io.redress.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.IncidentEvent.CrisisDeclared;
import io.redress.contracts.IncidentEvent.CrisisLifted;
import io.redress.contracts.IncidentEvent.ExecutionModeDecided;
import io.redress.contracts.IncidentEvent.IncidentJoined;
import io.redress.contracts.IncidentEvent.IncidentOpened;
import io.redress.contracts.IncidentEvent.IncidentProposed;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Owner;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Mass problems over HTTP and Kafka, on a real broker and the embedded store. */
class IncidentServiceTest {
    private static final String INCIDENTS = "/api/v1/incidents";

    @TempDir
    static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                RoutingApplication.class,
                "routing-service",
                folder,
                Clock.systemUTC(),
                Map.of("redress.routing.incidents.look-every", "100ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R110", "R112"})
    void a_burst_becomes_a_proposal_an_incident_and_its_members_late_ones_too() {
        List<CaseId> cases = IntStream.range(0, 30)
                .mapToObj(_ -> complain("crash", "router-x"))
                .toList();

        JsonNode proposed = proposal("crash", "router-x");
        String path = INCIDENTS + "/" + proposed.path("incidentId").asString();
        assertThat(proposed.at("/burst/count").asInt()).isGreaterThanOrEqualTo(10);
        Answer seen = supervisor().get(path);
        assertThat(seen.json().path("members").asInt()).isZero();
        assertThat(supervisor()
                        .post(path + "/opening", "{\"reason\":\"Nothing works.\"}")
                        .status())
                .isEqualTo(428);
        assertThat(service.as("maria", "department:finance")
                        .post(path + "/opening", "{\"reason\":\"Nothing works.\"}", "If-Match", etag(seen))
                        .status())
                .isEqualTo(403);

        Answer opened = supervisor().post(path + "/opening", "{\"reason\":\"Nothing works.\"}", "If-Match", etag(seen));
        assertThat(opened.status()).isEqualTo(200);
        assertThat(opened.json().path("mode").asString()).isEqualTo("EXECUTE_FIRST");
        assertThat(supervisor()
                        .post(path + "/closure", "{\"reason\":\"Over.\"}", "If-Match", etag(seen))
                        .status())
                .isEqualTo(412);
        awaitMembers(path, 30);

        CaseId late = complain("crash", "router-x");
        CaseId other = complain("overcharge", null);
        awaitMembers(path, 31);
        IncidentJoined joined = (IncidentJoined) first(late.value(), IncidentJoined.class);
        assertThat(joined.incidentId().value())
                .isEqualTo(proposed.path("incidentId").asString());
        assertThat(service.await(Topics.INCIDENTS, joined.incidentId().value(), 3))
                .extracting(RunningService::type)
                .startsWith(
                        EventTypes.wireName(IncidentProposed.class),
                        EventTypes.wireName(IncidentOpened.class),
                        EventTypes.wireName(ExecutionModeDecided.class));

        Answer mode = supervisor()
                .post(
                        path + "/mode",
                        "{\"mode\":\"APPROVE_FIRST\",\"reason\":\"It costs them an hour.\"}",
                        "If-Match",
                        etag(supervisor().get(path)));
        assertThat(mode.status()).isEqualTo(200);
        Answer ofCase = supervisor().get("/api/v1/cases/" + late + "/incident");
        assertThat(ofCase.json().path("mode").asString()).isEqualTo("APPROVE_FIRST");
        assertThat(ofCase.json().path("reason").asString()).isEqualTo("It costs them an hour.");
        assertThat(ofCase.json().path("decidedBy").asString()).isEqualTo("george");
        Answer alone = supervisor().get("/api/v1/cases/" + other + "/incident");
        assertThat(alone.json().has("incidentId")).isFalse();
        assertThat(alone.json().path("mode").asString()).isEqualTo("APPROVE_FIRST");

        Answer removed = supervisor().post(path + "/members/" + late + "/removal", "{\"reason\":\"Another router.\"}");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.json().path("members").asInt()).isEqualTo(30);
        assertThat(members(path))
                .containsExactlyInAnyOrderElementsOf(
                        cases.stream().map(CaseId::value).toList());
        assertThat(supervisor()
                        .post(path + "/members/" + other + "/removal", "{\"reason\":\"None.\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void more_cases_than_a_page_holds_have_waited_for_the_opening_and_all_of_them_join() {
        List<String> cases = IntStream.range(0, 601)
                .mapToObj(_ -> complain("failure", "oven-z").value())
                .toList();
        JsonNode proposed = proposal("failure", "oven-z");
        String path = INCIDENTS + "/" + proposed.path("incidentId").asString();

        supervisor()
                .post(
                        path + "/opening",
                        "{\"reason\":\"All of them.\"}",
                        "If-Match",
                        etag(supervisor().get(path)));

        awaitMembers(path, 601);
        assertThat(members(path)).containsExactlyInAnyOrderElementsOf(cases);
    }

    @Test
    void an_incident_by_hand_takes_accounts_that_never_complained() {
        String body = "{\"nature\":\"delivery\",\"region\":\"North\",\"reason\":\"The depot burnt down.\"}";
        Answer created = supervisor().post(INCIDENTS, body, "Idempotency-Key", "depot");
        assertThat(created.status()).isEqualTo(201);
        Answer again = supervisor().post(INCIDENTS, body, "Idempotency-Key", "depot");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json().path("incidentId")).isEqualTo(created.json().path("incidentId"));
        assertThat(supervisor()
                        .post(INCIDENTS, body.replace("burnt", "fell"), "Idempotency-Key", "depot")
                        .status())
                .isEqualTo(422);
        assertThat(supervisor()
                        .post(INCIDENTS, body, "Idempotency-Key", "another")
                        .problem())
                .isEqualTo("incident-lives");
        assertThat(supervisor()
                        .post(INCIDENTS, "{}", "Idempotency-Key", "empty")
                        .json()
                        .path("errors"))
                .hasSize(2);

        String path = INCIDENTS + "/" + created.json().path("incidentId").asString();
        String page = "{\"accounts\":["
                + String.join(
                        ",",
                        IntStream.range(0, 1000)
                                .mapToObj(n -> "\"C-" + n + "\"")
                                .toList()) + "]}";
        Answer attached = supervisor().post(path + "/accounts", page);
        assertThat(attached.json().toString()).isEqualTo("{\"attached\":1000,\"accounts\":1000}");
        assertThat(supervisor().post(path + "/accounts", page).json().toString())
                .isEqualTo("{\"attached\":0,\"accounts\":1000}");
        assertThat(supervisor().get(path).json().path("accounts").asInt()).isEqualTo(1000);
        assertThat(supervisor()
                        .post(path + "/accounts", "{\"accounts\":[\"a b\"]}")
                        .status())
                .isEqualTo(422);
        assertThat(supervisor()
                        .get(INCIDENTS + "?status=proposed")
                        .json()
                        .path("incidents")
                        .toString())
                .contains("The depot burnt down.");
    }

    @Test
    @Behaviour({"R48", "R50", "R113"})
    void in_a_crisis_senior_management_and_public_relations_are_involved_in_every_case() {
        assertThat(service.as("maria", "consultant")
                        .post("/api/v1/crisis", "{\"reason\":\"Data has leaked.\"}")
                        .status())
                .isEqualTo(403);
        Answer declared = senior().post("/api/v1/crisis", "{\"reason\":\"Data has leaked.\"}");
        assertThat(declared.status()).isEqualTo(201);
        assertThat(senior().post("/api/v1/crisis", "{\"reason\":\"Again.\"}")
                        .json()
                        .at("/state/reason")
                        .asString())
                .isEqualTo("Data has leaked.");

        CaseId during = complain("overcharge", null);
        assertThat(departments(during)).contains("finance", "senior-management", "marketing-pr");

        assertThat(senior().send("DELETE", "/api/v1/crisis", null).status()).isEqualTo(200);
        assertThat(senior().send("DELETE", "/api/v1/crisis", null).problem()).isEqualTo("no-crisis");
        CaseId after = complain("overcharge", null);
        assertThat(departments(after)).containsExactly("finance");
        assertThat(service.await(Topics.INCIDENTS, IncidentEvent.OfOrganisation.KEY.value(), 2))
                .extracting(RunningService::type)
                .containsExactly(EventTypes.wireName(CrisisDeclared.class), EventTypes.wireName(CrisisLifted.class));
    }

    private static HttpTalk supervisor() {
        return service.as("george", "supervisor");
    }

    private static HttpTalk senior() {
        return service.as("mihai", "department:senior-management");
    }

    private static String etag(Answer answer) {
        return answer.header("ETag");
    }

    private static JsonNode proposal(String nature, String product) {
        List<JsonNode> found = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            found.clear();
            supervisor().get(INCIDENTS).json().path("incidents").forEach(it -> {
                if (it.path("nature").asString().equals(nature)
                        && it.path("product").asString("").equals(product)) {
                    found.add(it);
                }
            });
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private static void awaitMembers(String path, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                supervisor().get(path).json().path("members").asInt())
                        .isEqualTo(count));
    }

    private static Set<String> members(String path) {
        Set<String> all = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = supervisor()
                    .get(path + "/members?limit=37&cursor=" + cursor)
                    .json();
            page.path("members").forEach(it -> all.add(it.path("caseId").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> departments(CaseId caseId) {
        List<String> departments = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            Answer answer = supervisor().get("/api/v1/cases/" + caseId + "/routing");
            departments.clear();
            answer.json()
                    .path("involvements")
                    .forEach(it -> departments.add(it.path("department").asString()));
            return answer.status() == 200;
        });
        return departments;
    }

    private static CaseEvent first(String key, Class<? extends CaseEvent> type) {
        var record = service.await(Topics.INCIDENTS, key, 1, EventTypes.wireName(type))
                .getFirst();
        return Wire.read(RunningService.type(record), record.value());
    }

    private static CaseId complain(String nature, @Nullable String product) {
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        Instant now = Instant.now();
        publish(
                caseId,
                1,
                new ComplaintReceived(
                        caseId,
                        null,
                        "webshop",
                        new Customer("C-1042", Customer.Tier.STANDARD),
                        "web",
                        "en",
                        "It does not work!",
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        now,
                        null,
                        null,
                        null,
                        null,
                        product,
                        null));
        var found = new Hypothesis(nature, Cause.SERVICE_FAILURE, 0.9, List.of(), "test");
        publish(caseId, 2, new ComplaintDiagnosed(caseId, List.of(found), -0.3, false, false, "test", now));
        return caseId;
    }

    private static void publish(CaseId caseId, long seq, CaseEvent event) {
        service.publish(
                Topics.COMPLAINTS,
                "intake",
                caseId.value(),
                seq,
                EventTypes.wireName(event.getClass()),
                Wire.write(event));
    }
}
