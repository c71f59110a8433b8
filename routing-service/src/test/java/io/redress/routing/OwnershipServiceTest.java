package io.redress.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who answers for a case and its requests, over REST and the topics. */
class OwnershipServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");

    @TempDir
    static Path folder;

    private static RunningService service;

    private final ToldCase given = new ToldCase(() -> service, NOW);
    private final CaseId caseId = given.id();
    private final String ownership = "/api/v1/cases/" + caseId + "/ownership";
    private final String handover = "/api/v1/cases/" + caseId + "/handover";
    private final RequestId r1 = RequestId.of(caseId, 1);
    private final RequestId r2 = RequestId.of(caseId, 2);
    private final RequestId r3 = RequestId.of(caseId, 3);
    private int fromDepartments;

    @BeforeAll
    static void start() {
        service = RunningService.start(RoutingApplication.class, "routing-service", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R68", "R70", "R101"})
    void whoever_declines_stays_the_owner_until_the_other_has_accepted() {
        complain();
        decline(r1, FINANCE, "logistics");
        JsonNode offered = ownershipOnce("departments=1");

        assertThat(offered.at("/owner/party").asString()).isEqualTo("consultant:andrei");
        assertThat(offered.at("/requests/0/owner").asString()).isEqualTo("department:finance");
        assertThat(offered.at("/requests/0/state").asString()).isEqualTo("on-offer");
        assertThat(offered.at("/requests/1/owner").asString()).isEqualTo("department:finance");
        assertThat(offered.at("/offers/0/to").asString()).isEqualTo("department:logistics");
        assertThat(offered.at("/offers/0/replacedBy").asString()).isEqualTo(r2.value());

        accept(r2, LOGISTICS);
        JsonNode accepted = ownershipOnce("departments=2");
        assertThat(accepted.path("offers")).isEmpty();
        assertThat(accepted.path("requests")).hasSize(1);
        assertThat(accepted.at("/requests/0/owner").asString()).isEqualTo("department:logistics");
        assertThat(accepted.path("history")).hasSize(3);
        JsonNode finances = accepted.at("/history/1");
        assertThat(finances.path("owner").asString()).isEqualTo("department:finance");
        assertThat(finances.path("until")).isEqualTo(accepted.at("/history/2/from"));
        assertThat(types(8))
                .containsExactly(
                        "redress.routing.case-routed.v1",
                        "redress.routing.request-raised.v1",
                        "redress.routing.root-blocker-changed.v1",
                        "redress.routing.ownership-offered.v1",
                        "redress.routing.request-raised.v1",
                        "redress.routing.root-blocker-changed.v1",
                        "redress.routing.request-redirected.v1",
                        "redress.routing.ownership-moved.v1");
        assertThat(service.await("redress.requests.finance.v1", caseId.value(), 2))
                .extracting(RunningService::type)
                .containsExactly("redress.routing.request-raised.v1", "redress.routing.ownership-moved.v1");
    }

    @Test
    @Behaviour("R70")
    void what_two_have_declined_is_the_authoritys_to_assign_and_then_nobody_can_decline() {
        complain();
        decline(r1, FINANCE, "logistics");
        decline(r2, LOGISTICS, "development");
        JsonNode decision = ownershipOnce("departments=2");
        assertThat(decision.at("/requests/0/owner").asString()).isEqualTo("department:senior-management");
        assertThat(decision.at("/requests/0/mayDecline").asBoolean()).isFalse();
        assertThat(decision.at("/decisions/0").toString())
                .isEqualTo("{\"requestId\":\"" + r3
                        + "\",\"declinedBy\":[\"department:finance\",\"department:logistics\"]}");

        String assign = "/api/v1/cases/" + caseId + "/requests/" + r3 + "/assign";
        HttpTalk luiza = service.as("luiza", "department:senior-management");
        assertThat(luiza.post(assign, "{\"to\":\"logistics\",\"reason\":\"Yours.\"}")
                        .status())
                .isEqualTo(428);
        assertThat(luiza.post(assign, "{}", "If-Match", tag()).pointers()).containsExactlyInAnyOrder("/to", "/reason");
        assertThat(luiza.post(assign, "{\"to\":\"procurement\",\"reason\":\"Yours.\"}", "If-Match", tag())
                        .pointers())
                .containsExactly("/to");
        assertThat(luiza.post(assign, "{\"to\":\"logistics\",\"reason\":\"Yours.\"}", "If-Match", "\"1\"")
                        .status())
                .isEqualTo(412);
        assertThat(service.as("silvia", "department:finance")
                        .post(assign, "{\"to\":\"logistics\",\"reason\":\"Yours.\"}", "If-Match", tag())
                        .status())
                .isEqualTo(403);
        Answer assigned = luiza.post(assign, "{\"to\":\"logistics\",\"reason\":\"Yours.\"}", "If-Match", tag());
        assertThat(assigned.status()).isEqualTo(200);
        assertThat(assigned.header("Redress-Position")).startsWith("routing=");
        assertThat(assigned.json().at("/requests/0/owner").asString()).isEqualTo("department:logistics");
        assertThat(assigned.json().at("/requests/0/mayDecline").asBoolean()).isFalse();
        assertThat(assigned.json().path("decisions")).isEmpty();
        assertThat(luiza.post(assign, "{\"to\":\"finance\",\"reason\":\"No, yours.\"}", "If-Match", tag())
                        .problem())
                .isEqualTo("no-decision-due");
    }

    @Test
    @Behaviour({"R59", "R70"})
    void a_case_goes_to_another_consultant_once_that_one_has_accepted() {
        complain();
        HttpTalk andrei = service.as("andrei", "consultant");
        HttpTalk ioana = service.as("ioana", "consultant");
        String toIoana = "{\"to\":\"ioana\",\"reason\":\"I am away next week.\"}";

        assertThat(ioana.post(handover, toIoana, "If-Match", tag()).status()).isEqualTo(403);
        assertThat(andrei.post(handover, toIoana.replace("ioana", "andrei"), "If-Match", tag())
                        .pointers())
                .containsExactly("/to");
        Answer offered = andrei.post(handover, toIoana, "If-Match", tag());
        assertThat(offered.status()).isEqualTo(200);
        assertThat(offered.json().at("/owner/party").asString()).isEqualTo("consultant:andrei");
        assertThat(offered.json().at("/offers/0/to").asString()).isEqualTo("consultant:ioana");
        assertThat(andrei.post(handover, toIoana, "If-Match", tag()).problem()).isEqualTo("already-offered");
        assertThat(andrei.post(handover + "/answer", "{\"answer\":\"accept\"}", "If-Match", tag())
                        .problem())
                .isEqualTo("nothing-offered");

        Answer taken = ioana.post(handover + "/answer", "{\"answer\":\"accept\"}", "If-Match", tag());
        assertThat(taken.json().at("/owner/party").asString()).isEqualTo("consultant:ioana");
        assertThat(taken.json().at("/history/0/until")).isEqualTo(taken.json().at("/owner/since"));
        assertThat(ioana.get("/api/v1/cases/" + caseId + "/routing")
                        .json()
                        .at("/owner/id")
                        .asString())
                .isEqualTo("ioana");
    }

    @Test
    @Behaviour("R70")
    void what_two_consultants_have_declined_a_supervisor_assigns_and_the_giver_owns_it_until_then() {
        complain();
        HttpTalk supervisor = service.as("maria", "supervisor");
        String assign = "{\"to\":\"tomasz\",\"reason\":\"He knows the customer.\"}";
        assertThat(supervisor
                        .post(handover + "/assign", assign, "If-Match", tag())
                        .problem())
                .isEqualTo("no-decision-due");

        for (String asked : List.of("ioana", "giulia")) {
            supervisor.post(handover, "{\"to\":\"" + asked + "\",\"reason\":\"Ill.\"}", "If-Match", tag());
            HttpTalk consultant = service.as(asked, "consultant");
            assertThat(consultant
                            .post(handover + "/answer", "{\"answer\":\"decline\"}", "If-Match", tag())
                            .pointers())
                    .containsExactly("/reason");
            assertThat(consultant
                            .post(
                                    handover + "/answer",
                                    "{\"answer\":\"decline\",\"reason\":\"Full.\",\"rightOwner\":\"" + asked + "\"}",
                                    "If-Match",
                                    tag())
                            .pointers())
                    .containsExactly("/rightOwner");
            assertThat(consultant
                            .post(
                                    handover + "/answer",
                                    "{\"answer\":\"decline\",\"reason\":\"Full.\",\"rightOwner\":\"tomasz\"}",
                                    "If-Match",
                                    tag())
                            .status())
                    .isEqualTo(200);
        }

        assertThat(supervisor.post(handover, assign, "If-Match", tag()).problem())
                .isEqualTo("supervisor-decides");
        JsonNode decision = supervisor.get(ownership).json();
        assertThat(decision.at("/owner/party").asString()).isEqualTo("consultant:andrei");
        assertThat(decision.at("/decisions/0/declinedBy")).hasSize(2);
        Answer assigned = supervisor.post(handover + "/assign", assign, "If-Match", tag());
        assertThat(assigned.json().at("/owner/party").asString()).isEqualTo("consultant:tomasz");
    }

    @Test
    void owners_are_seen_by_those_whom_the_case_concerns() {
        complain();

        assertThat(service.as("webshop", "frontline").get(ownership).status()).isEqualTo(200);
        assertThat(service.as("remus", "department:logistics").get(ownership).problem())
                .isEqualTo("not-found");
        assertThat(service.as("another-shop", "frontline").get(ownership).problem())
                .isEqualTo("not-found");
        assertThat(service.as("silvia", "department:finance")
                        .send("POST", handover, null)
                        .problem())
                .isEqualTo("forbidden");
    }

    private JsonNode ownershipOnce(String reached) {
        return service.as("reader", "auditor")
                .get(ownership, "Redress-At-Least", reached)
                .json();
    }

    private String tag() {
        return service.as("reader", "auditor").get(ownership).header("ETag");
    }

    private List<String> types(int count) {
        return service.await(Topics.ROUTING, caseId.value(), count).stream()
                .map(RunningService::type)
                .toList();
    }

    private void complain() {
        given.complain("overcharge");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.as("reader", "auditor").get(ownership).status() == 200);
    }

    private void decline(RequestId id, DepartmentCode department, String rightOwner) {
        given.publish(
                Topics.DEPARTMENTS,
                "departments",
                ++fromDepartments,
                new RequestDeclined(
                        caseId, id, department, "Not ours.", new DepartmentCode(rightOwner), "Silvia", NOW));
    }

    private void accept(RequestId id, DepartmentCode department) {
        given.publish(
                Topics.DEPARTMENTS,
                "departments",
                ++fromDepartments,
                new RequestAccepted(caseId, id, department, RequestKind.SOLUTION, null, NOW, NOW));
    }
}
