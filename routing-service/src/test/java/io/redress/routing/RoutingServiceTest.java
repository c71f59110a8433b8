package io.redress.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real broker and its embedded store. */
class RoutingServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    static Path folder;

    private static RunningService service;

    private final ToldCase given = new ToldCase(() -> service, NOW);
    private final CaseId caseId = given.id();
    private final String routing = "/api/v1/cases/" + caseId + "/routing";

    @BeforeAll
    static void start() {
        service = RunningService.start(RoutingApplication.class, "routing-service", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R23", "R57", "R68"})
    void a_diagnosed_complaint_reaches_the_departments_own_topic_and_a_decline_offers_it_to_the_next_one() {
        given.complain("overcharge");
        RequestRaised raised = firstRequestOn("redress.requests.finance.v1");
        assertThat(raised.requestId()).isEqualTo(RequestId.of(caseId, 1));
        assertThat(raised.words()).isEqualTo("You charged me twice!");

        given.publish(
                Topics.DEPARTMENTS,
                "departments",
                1,
                new RequestDeclined(
                        caseId,
                        raised.requestId(),
                        new DepartmentCode("finance"),
                        "Not ours.",
                        new DepartmentCode("logistics"),
                        "Silvia",
                        NOW));

        assertThat(firstRequestOn("redress.requests.logistics.v1").requestId()).isEqualTo(RequestId.of(caseId, 2));
        Answer answer = service.as("webshop", "frontline").get(routing, "Redress-At-Least", "routing=6,messages=9");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotEmpty();
        assertThat(answer.json().path("lead").asString()).isEqualTo("finance");
        assertThat(answer.json().path("rule").asString()).isEqualTo("money-to-finance");
        assertThat(answer.json().at("/owner/id").asString()).isEqualTo("andrei");
        assertThat(answer.json().at("/requests/0/state").asString()).isEqualTo("on-offer");
        assertThat(answer.json().at("/requests/1/department").asString()).isEqualTo("logistics");
        assertThat(answer.json().at("/requests/1/state").asString()).isEqualTo("offered");
        assertThat(answer.json().at("/asOf").toString()).isEqualTo("{\"departments\":1,\"intake\":2,\"routing\":6}");
    }

    @Test
    @Behaviour({"R6", "R7"})
    void a_revised_diagnosis_asks_the_right_department_and_releases_the_wrong_one_on_its_own_topic() {
        given.complain("overcharge");
        RequestRaised raised = firstRequestOn("redress.requests.finance.v1");
        var delivery = new Hypothesis("delivery", Cause.SERVICE_FAILURE, 1, List.of(), "corrected-by-consultant");

        given.publish(
                Topics.COMPLAINTS,
                "intake",
                3,
                new DiagnosisRevised(
                        caseId,
                        1,
                        List.of(delivery),
                        -0.3,
                        false,
                        false,
                        DiagnosisRevised.Reason.CORRECTED,
                        "She means the parcel.",
                        "andrei",
                        "test",
                        NOW,
                        null,
                        null));

        assertThat(firstRequestOn("redress.requests.logistics.v1").requestId()).isEqualTo(RequestId.of(caseId, 2));
        var released =
                service.await("redress.requests.finance.v1", caseId.value(), 2).get(1);
        assertThat(Wire.read(RunningService.type(released), released.value()))
                .isInstanceOfSatisfying(RequestWithdrawn.class, it -> {
                    assertThat(it.requestId()).isEqualTo(raised.requestId());
                    assertThat(it.reason()).isEqualTo("She means the parcel.");
                });
        Answer answer = service.as("webshop", "frontline").get(routing, "Redress-At-Least", "intake=3");
        assertThat(answer.json().path("lead").asString()).isEqualTo("logistics");
        assertThat(answer.json().at("/requests/0/state").asString()).isEqualTo("withdrawn");
        assertThat(answer.json().at("/requests/1/state").asString()).isEqualTo("open");
    }

    @Test
    void a_case_is_seen_by_those_whom_it_concerns_and_does_not_exist_for_others() {
        given.complain("overcharge");
        firstRequestOn("redress.requests.finance.v1");

        for (String role : List.of("department:finance", "consultant", "supervisor", "auditor")) {
            assertThat(service.as("somebody", role).get(routing).status()).isEqualTo(200);
        }
        assertThat(service.as("somebody", "department:logistics").get(routing).problem())
                .isEqualTo("not-found");
        assertThat(service.as("another-shop", "frontline").get(routing).problem())
                .isEqualTo("not-found");
        assertThat(service.as("webshop", "department-system").get(routing).problem())
                .isEqualTo("forbidden");
        assertThat(service.with("nonsense").get(routing).problem()).isEqualTo("unauthenticated");
    }

    @Test
    void a_case_that_nobody_has_routed_does_not_exist_here() {
        assertThat(service.as("somebody", "auditor").get(routing).problem()).isEqualTo("not-found");
        assertThat(service.as("somebody", "auditor")
                        .get("/api/v1/cases/nonsense/routing")
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    @Behaviour("R71")
    void everybody_with_a_token_sees_the_departments() {
        Answer answer = service.as("webshop", "frontline").get("/api/v1/departments");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("departments")).hasSize(10);
        assertThat(answer.json().at("/departments/0").toString())
                .isEqualTo("{\"code\":\"development\",\"name\":\"Development\","
                        + "\"handles\":[\"technical-fault\",\"crash\",\"product-error\"]}");
    }

    private RequestRaised firstRequestOn(String topic) {
        var first = service.await(topic, caseId.value(), 1).getFirst();
        return (RequestRaised) Wire.read(RunningService.headers(first).getOrDefault("ce_type", ""), first.value());
    }
}
