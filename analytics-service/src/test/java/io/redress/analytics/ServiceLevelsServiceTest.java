package io.redress.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.DeliveryEvent.DeliveryRated;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Internal and external service side by side, from events and over HTTP. */
class ServiceLevelsServiceTest {
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final Instant NOW = Instant.now();

    @TempDir
    static Path stores;

    private static RunningService service;

    private long departments;

    @BeforeAll
    static void start() {
        service = RunningService.start(AnalyticsApplication.class, "analytics-service", stores);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R73", "R101", "R140"})
    void both_levels_of_the_same_cases_stand_side_by_side_and_survive_a_restart() {
        CaseId good = aCase();
        answered(good, 1, FINANCE, NOW.plusSeconds(60));
        rated(good, 1, FINANCE, true);
        closed(good, true);
        CaseId bad = aCase();
        answered(bad, 1, FINANCE, NOW.minusSeconds(60));
        declined(bad, 2, LOGISTICS);
        closed(bad, false);

        JsonNode finance = awaitCases("finance", 2);
        assertThat(finance.at("/internal/onTime/good").asInt()).isEqualTo(1);
        assertThat(finance.at("/internal/onTime/of").asInt()).isEqualTo(2);
        assertThat(finance.at("/internal/rating/count").asInt()).isEqualTo(1);
        assertThat(finance.at("/internal/rating").has("average")).isFalse();
        assertThat(finance.at("/external/satisfied/share").asDouble()).isEqualTo(0.5);
        assertThat(finance.at("/external/servedWell/share").asDouble()).isEqualTo(1);
        assertThat(finance.at("/external/servedBadly/share").asDouble()).isZero();
        JsonNode logistics = awaitCases("logistics", 1);
        assertThat(logistics.at("/internal/onTime/of").asInt()).isEqualTo(1);
        assertThat(logistics.at("/internal/declined").asInt()).isEqualTo(1);

        service.restart(stores, Map.of());
        // Whoever asked rates late, and the customer gives a score.
        rated(bad, 1, FINANCE, false);
        assertThat(service.as("andrei", "consultant")
                        .post("/api/v1/cases/" + good + "/survey", "{\"score\": 5}")
                        .status())
                .isBetween(200, 299);
        await().untilAsserted(() -> {
            assertThat(of("finance").at("/internal/rating/count").asInt()).isEqualTo(2);
            assertThat(of("finance").at("/external/score/count").asInt()).isEqualTo(1);
        });
        assertThat(of("finance").path("cases").asInt()).isEqualTo(2);
    }

    @Test
    void a_department_sees_its_own_and_strangers_nothing() {
        CaseId one = aCase();
        answered(one, 1, new DepartmentCode("development"), NOW.plusSeconds(60));
        closed(one, true);
        awaitCases("development", 1);
        HttpTalk development = service.as("ada", "department:development");
        Answer seen = development.get("/api/v1/service-levels");
        assertThat(seen.json().at("/weeks/0/departments").valueStream())
                .extracting(it -> it.path("department").asString())
                .containsExactly("development");
        assertThat(development
                        .get("/api/v1/service-levels", "If-None-Match", Objects.requireNonNull(seen.header("ETag")))
                        .status())
                .isEqualTo(304);
        assertThat(service.as("ana", "department:sales")
                        .get("/api/v1/service-levels")
                        .json()
                        .path("weeks")
                        .size())
                .isZero();
        assertThat(service.as("webshop", "frontline")
                        .get("/api/v1/service-levels")
                        .status())
                .isEqualTo(403);
        assertThat(development.get("/api/v1/service-levels?weeks=0").pointers()).containsExactly("/weeks");
    }

    private static JsonNode awaitCases(String department, int cases) {
        await().untilAsserted(
                        () -> assertThat(of(department).path("cases").asInt()).isEqualTo(cases));
        return of(department);
    }

    private static JsonNode of(String department) {
        Answer seen = service.as("vera", "supervisor").get("/api/v1/service-levels?weeks=2");
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        return seen.json()
                .at("/weeks/0/departments")
                .valueStream()
                .filter(it -> it.path("department").asString().equals(department))
                .findFirst()
                .orElseGet(() -> seen.json().path("none"));
    }

    private CaseId aCase() {
        departments = 0;
        return new CaseId(UUID.randomUUID().toString());
    }

    private void answered(CaseId id, int request, DepartmentCode department, Instant dueAt) {
        department(new RequestAnswered(
                id,
                RequestId.of(id, request),
                department,
                RequestKind.INFORMATION,
                null,
                true,
                "Twice.",
                List.of(),
                List.of(),
                "Silvia",
                NOW,
                null,
                null,
                dueAt));
    }

    private void declined(CaseId id, int request, DepartmentCode department) {
        department(new RequestDeclined(id, RequestId.of(id, request), department, "Not ours.", FINANCE, "Remus", NOW));
    }

    private void rated(CaseId id, int request, DepartmentCode department, boolean onTime) {
        department(new DeliveryRated(
                id, RequestId.of(id, request), department, Party.consultant("andrei"), onTime, true, null, NOW));
    }

    private void department(CaseEvent event) {
        publish(Topics.DEPARTMENTS, "departments", event, ++departments);
    }

    private static void closed(CaseId id, boolean satisfied) {
        publish(
                Topics.RESOLUTIONS,
                "resolutions",
                new CaseClosed(id, CaseClosed.Reason.CUSTOMERS_WORD, satisfied, null, NOW),
                1);
    }

    private static void publish(String topic, String stream, CaseEvent event, long seq) {
        service.publish(
                topic, stream, event.caseId().value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
