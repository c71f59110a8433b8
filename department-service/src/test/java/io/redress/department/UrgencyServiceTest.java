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
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.UrgencyEvent.UrgencyGranted;
import io.redress.contracts.UrgencyEvent.UrgencyJudged;
import io.redress.contracts.UrgencyEvent.UrgencyRefused;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Urgency is a budget, on a real broker and the embedded store. */
class UrgencyServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ControllableTime TIME = new ControllableTime(NOW);
    private static final int USUAL_ALLOWANCE = 5;

    @TempDir
    static Path folder;

    private static RunningService service;

    private final AskedCase given = new AskedCase(() -> service, NOW);
    private final CaseId caseId = given.id();
    private final RequestId r1 = given.request(1);
    private final RequestId r2 = given.request(2);

    @BeforeAll
    static void start() {
        service = RunningService.start(DepartmentApplication.class, "department-service", folder, TIME);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour("R91")
    void two_hundred_clients_at_once_never_overspend_the_allowance() throws Exception {
        DepartmentCode asker = new DepartmentCode("asker-of-two-hundred");
        List<RequestId> requests = new ArrayList<>();
        given.raise(r1, asker, null);
        for (int i = 2; i <= 41; i++) {
            RequestId id = given.request(i);
            given.raise(id, LOGISTICS, r1);
            requests.add(id);
        }
        given.awaitOpen(requests.getLast(), LOGISTICS);
        try (var clients = Executors.newFixedThreadPool(200)) {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                RequestId id = requests.get(i % requests.size());
                String key = "client-" + i;
                answers.add(clients.submit(() -> urge(id, LOGISTICS, given.department(asker), "deadline", key)));
            }
            long granted = 0;
            for (Future<Answer> answer : answers) {
                granted += get(answer).status() == 200 ? 1 : 0;
                assertThat(get(answer).status()).as(get(answer).body()).isIn(200, 409);
            }
            assertThat(granted).isEqualTo(USUAL_ALLOWANCE);
        }
        JsonNode budget = given.department(asker)
                .get("/api/v1/departments/" + asker + "/urgency")
                .json();
        assertThat(budget.path("spent").asInt()).isEqualTo(USUAL_ALLOWANCE);
        assertThat(budget.path("left").asInt()).isZero();
        assertThat(budget.path("payments").size()).isEqualTo(USUAL_ALLOWANCE);
        assertThat(given.told(UrgencyGranted.class, USUAL_ALLOWANCE)).hasSize(USUAL_ALLOWANCE);
    }

    @Test
    @Behaviour({"R91", "R97"})
    void what_is_spent_is_refused_with_what_would_be_right_and_exempt_causes_are_audited() {
        DepartmentCode asker = new DepartmentCode("asker-of-seven");
        given.raise(r1, asker, null);
        for (int i = 2; i <= 8; i++) {
            given.raise(given.request(i), LOGISTICS, r1);
        }
        given.awaitOpen(given.request(8), LOGISTICS);
        for (int i = 2; i <= 6; i++) {
            assertThat(urge(given.request(i), LOGISTICS, given.department(asker), "deadline", "k" + i)
                            .json()
                            .path("left")
                            .asInt())
                    .isEqualTo(6 - i);
        }

        Answer refused = urge(given.request(7), LOGISTICS, given.department(asker), "deadline", "k7");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("urgency-spent");
        assertThat(refused.body()).contains("asker-of-seven in 2026-W10", "renews at 2026-03-09T00:00:00Z");
        assertThat(given.told(UrgencyRefused.class, 1)).hasSize(1);

        Answer exempt = urge(given.request(8), LOGISTICS, given.department(asker), "recall", "k8");
        assertThat(exempt.json().path("cost").asInt()).isZero();
        assertThat(exempt.json().path("exemption").asString()).isEqualTo("recall");
        JsonNode audited = service.as("ioana", "auditor")
                .get("/api/v1/urgency/exemptions")
                .json()
                .path("items");
        assertThat(audited.toString()).contains(given.request(8).value(), "of-asker-of-seven", "Friday");
        assertThat(given.department(asker).get("/api/v1/urgency/exemptions").problem())
                .isEqualTo("forbidden");
    }

    @Test
    @Behaviour("R91")
    void a_consultant_spends_the_front_desks_and_the_department_says_afterwards_whether_there_was_need() {
        given.route(FINANCE);
        given.raise(r1, FINANCE, null);
        given.awaitOpen(r1, FINANCE);
        HttpTalk consultant = service.as("andrei", "consultant");
        Answer granted = urge(r1, FINANCE, consultant, "customer-deadline", "k1");
        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.json().path("requester").asString()).isEqualTo("front-desk");
        assertThat(urge(r1, FINANCE, consultant, "customer-deadline", "k1").header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(urge(r1, FINANCE, consultant, "safety", "k1").problem()).isEqualTo("idempotency-key-reused");
        assertThat(urge(r1, FINANCE, consultant, "customer-deadline", "k2").problem())
                .isEqualTo("already-urgent");
        assertThat(given.department(FINANCE)
                        .get("/api/v1/departments/finance/requests/" + r1)
                        .json()
                        .at("/urgency/state")
                        .asString())
                .isEqualTo("granted");

        String judge = "/api/v1/departments/finance/requests/" + r1 + ":judge-urgency";
        String no = "{\"justified\": false, \"reason\": \"It was read three days later.\"}";
        assertThat(given.department(FINANCE).post(judge, no).problem()).isEqualTo("not-ended");
        given.department(FINANCE)
                .post(
                        "/api/v1/departments/finance/requests/" + r1 + "/replies",
                        "{\"type\": \"answer\", \"by\": \"Silvia\", \"done\": true, \"findings\": \"Twice.\"}",
                        "Idempotency-Key",
                        "a1");
        assertThat(given.department(LOGISTICS).post(judge, no).problem()).isEqualTo("not-found");
        assertThat(given.department(FINANCE).post(judge, "{\"reason\": \" \"}").pointers())
                .containsExactlyInAnyOrder("/justified", "/reason");
        assertThat(given.department(FINANCE).post(judge, no).status()).isEqualTo(200);
        assertThat(given.told(UrgencyJudged.class, 1)).hasSize(1);
        await().untilAsserted(() -> {
            JsonNode budget =
                    consultant.get("/api/v1/departments/front-desk/urgency").json();
            assertThat(budget.path("unjustifiedPercent").asInt()).isEqualTo(100);
        });
        assertThat(service.meters())
                .contains("redress_urgency_judged_total{department=\"front-desk\",outcome=\"unjustified\"} 1.0");
    }

    @Test
    void bad_input_and_strangers_get_what_they_deserve() {
        given.route(FINANCE);
        given.raise(r1, FINANCE, null);
        given.raise(r2, LOGISTICS, r1);
        given.awaitOpen(r2, LOGISTICS);
        String path = "/api/v1/departments/logistics/requests/" + r2 + ":urge";
        String good = "{\"cause\": \"deadline\", \"reason\": \"The customer leaves on Friday.\"}";
        assertThat(given.department(LOGISTICS)
                        .post(path, good, "Idempotency-Key", "k")
                        .problem())
                .isEqualTo("not-found");
        assertThat(service.as("app", "frontline")
                        .post(path, good, "Idempotency-Key", "k")
                        .problem())
                .isEqualTo("forbidden");
        assertThat(given.department(FINANCE).post(path, good).problem()).isEqualTo("idempotency-key-missing");
        assertThat(given.department(FINANCE)
                        .post(path, "{\"cause\": \"A B\", \"mood\": 1}", "Idempotency-Key", "k")
                        .pointers())
                .containsExactlyInAnyOrder("/cause", "/reason", "/mood");
        assertThat(given.department(FINANCE)
                        .get("/api/v1/departments/logistics/urgency")
                        .problem())
                .isEqualTo("not-found");
        assertThat(given.department(FINANCE)
                        .get("/api/v1/departments/finance/urgency?week=2026-W60")
                        .pointers())
                .containsExactly("/week");
    }

    private static <T> T get(Future<T> future) throws InterruptedException, ExecutionException {
        return future.get();
    }

    private static Answer urge(RequestId id, DepartmentCode code, HttpTalk by, String cause, String key) {
        return by.post(
                "/api/v1/departments/" + code + "/requests/" + id + ":urge",
                "{\"cause\": \"" + cause + "\", \"reason\": \"The customer leaves on Friday.\"}",
                "Idempotency-Key",
                key);
    }
}
