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
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.EventTypes;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseNoticeGiven;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.GoesOn;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Promises to customers and the honesty clock, on a real broker and over HTTP. */
class PromiseServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String THURSDAY = "2026-03-05T22:59:59Z";
    private static final Instant TUESDAY = Instant.parse("2026-03-03T16:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T16:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");

    @TempDir
    static Path stores;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final String promises = "/api/v1/cases/" + caseId + "/promises";
    private final String product = "lamp " + caseId;
    private int told;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                ResolutionApplication.class, "resolution-service", stores, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R123", "R124", "R125", "R139"})
    void a_slip_is_known_inside_before_it_is_told_outside_and_everybody_reads_the_same_numbers() {
        choose();
        tell(new RequestAccepted(
                caseId, RequestId.of(caseId, 2), LOGISTICS, RequestKind.EXECUTION, "p1-o1-s1", NOW, TUESDAY));
        JsonNode before = consultant()
                .get(promises, "Redress-At-Least", "departments=2")
                .json()
                .path("promises")
                .path(0);
        assertThat(before.path("dueAt").asString()).isEqualTo(THURSDAY);
        assertThat(before.path("requestedFor").asString()).isEqualTo("2026-03-04T09:00:00Z");
        assertThat(before.path("notices")).isEmpty();

        deviate(FRIDAY);

        List<? extends org.apache.kafka.clients.consumer.ConsumerRecord<String, byte[]>> records =
                service.await(Topics.RESOLUTIONS, caseId.value(), 6);
        assertThat(records)
                .extracting(record -> RunningService.headers(record).get("ce_type"))
                .containsExactly(
                        "redress.resolution.solutions-proposed.v1",
                        "redress.resolution.option-chosen.v1",
                        "redress.resolution.execution-step-started.v1",
                        "redress.resolution.promise-made.v1",
                        "redress.resolution.promise-notice-given.v1",
                        "redress.resolution.promise-infeasible.v1");
        var notice = (PromiseNoticeGiven) read(records.get(4).value(), PromiseNoticeGiven.class);
        var infeasible = (PromiseInfeasible) read(records.get(5).value(), PromiseInfeasible.class);
        assertThat(notice.newDueAt()).isEqualTo(infeasible.newDueAt());
        assertThat(infeasible.evidence()).isEqualTo(caseId + ":departments:3");
        assertThat(infeasible.path()).containsExactly("p1-o1-s1", "p1-o1-s2");

        JsonNode after = consultant()
                .get(promises, "Redress-At-Least", "departments=3")
                .json()
                .path("promises")
                .path(0);
        assertThat(after.path("originalDueAt").asString()).isEqualTo(THURSDAY);
        assertThat(after.path("dueAt").asString()).isEqualTo(String.valueOf(infeasible.newDueAt()));
        assertThat(after.at("/notices/0/cause").asString()).isEqualTo("The van has broken down.");
        for (String code : List.of("front-desk", "sales", "logistics")) {
            assertThat(noticesOf(code)).as(code).contains(caseId.value());
        }
        assertThat(noticesOf("finance")).doesNotContain(caseId.value());
        assertThat(service.as("x", "department:finance")
                        .get("/api/v1/departments/sales/promise-notices")
                        .status())
                .isEqualTo(404);
        assertThat(service.meters()).contains("redress_promise_knowledge_lag_seconds");
        JsonNode summary = service.as("eva", "auditor")
                .get("/api/v1/promises:summary?week=2026-W10")
                .json();
        assertThat(summary.path("promises").asInt()).isPositive();
        assertThat(summary.at("/departments/0/department").asString()).isEqualTo("logistics");
        assertThat(service.as("eva", "auditor")
                        .get("/api/v1/promises:summary?week=now")
                        .status())
                .isEqualTo(422);

        dearer("49.90 EUR", "59.90 EUR");

        records = service.await(Topics.RESOLUTIONS, caseId.value(), 8);
        notice = (PromiseNoticeGiven) read(records.get(6).value(), PromiseNoticeGiven.class);
        infeasible = (PromiseInfeasible) read(records.get(7).value(), PromiseInfeasible.class);
        assertThat(List.of(notice.was(), notice.becomes())).containsExactly("49.90 EUR", "59.90 EUR");
        assertThat(List.of(infeasible.was(), infeasible.becomes())).containsExactly("49.90 EUR", "59.90 EUR");
        JsonNode shown = consultant()
                .get(promises, "Redress-At-Least", "departments=4")
                .json()
                .at("/promises/0/notices/1");
        assertThat(shown.path("was").asString()).isEqualTo("49.90 EUR");
        assertThat(shown.path("becomes").asString()).isEqualTo("59.90 EUR");
    }

    @Test
    @Behaviour("R133")
    void a_consultant_corrects_a_promise_openly() {
        choose();
        HttpTalk.Answer seen = consultant().get(promises);
        String promise = seen.json().at("/promises/0/promiseId").asString();
        String correct = promises + "/" + promise + ":correct";
        String body = "{\"dueAt\": \"2026-03-09T16:00:00Z\", \"reason\": \"The customer is away.\"}";

        assertThat(consultant().post(correct, body).status()).isEqualTo(428);
        assertThat(consultant().post(correct, body, "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(consultant()
                        .post(correct, "{\"reason\": \"\"}", "If-Match", seen.header("ETag"))
                        .pointers())
                .containsExactly("/dueAt", "/reason");
        assertThat(consultant()
                        .post(promises + "/none:correct", body, "If-Match", seen.header("ETag"))
                        .status())
                .isEqualTo(404);
        HttpTalk.Answer corrected = consultant().post(correct, body, "If-Match", seen.header("ETag"));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertThat(corrected.json().at("/promises/0/corrections/0/by").asString())
                .isEqualTo("andrei");
        assertThat(noticesOf("sales")).contains(caseId.value());
        assertThat(corrected.json().at("/promises/0/originalDueAt").asString()).isEqualTo(THURSDAY);
        assertThat(consultant()
                        .post(correct, body, "If-Match", seen.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(consultant()
                        .post(correct, body.replace("2026-03-09", "2026-03-01"), "If-Match", corrected.header("ETag"))
                        .problem())
                .isEqualTo("date-passed");
    }

    @Test
    @Behaviour({"R123", "R126"})
    void an_order_that_became_impossible_is_one_call_for_everybody_whom_it_concerns() {
        choose();
        String orders = "/api/v1/orders:impossible";
        String body = """
                {"department": "logistics", "product": "%s", "reason": "The ship is late.",
                 "stepsOf": "logistics", "touched": [{"dimension": "TIME", "newDueAt": "2026-04-01T16:00:00Z"}],
                 "alternatives": [{"kind": "credit", "title": "A voucher at once", "days": 0}]}
                """.formatted(product);
        HttpTalk remus = service.as("remus", "department:logistics");

        assertThat(remus.post(orders, "{\"department\": \"logistics\"}", "Idempotency-Key", "k0")
                        .pointers())
                .containsExactlyInAnyOrder("/resource", "/touched", "/reason");
        assertThat(service.as("x", "department:finance")
                        .post(orders, body, "Idempotency-Key", "k")
                        .status())
                .isEqualTo(403);
        assertThat(remus.post(orders, body.replace("\"stepsOf\": \"logistics\",", ""), "Idempotency-Key", "wide")
                        .status())
                .isEqualTo(403);
        HttpTalk.Answer preview = service.as("eva", "supervisor")
                .post(orders + "?preview=true", body.replace("\"stepsOf\": \"logistics\",", ""));
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().path("of").asInt()).isEqualTo(1);
        HttpTalk.Answer declared = remus.post(orders, body, "Idempotency-Key", "k-" + caseId);
        assertThat(declared.status()).as(declared.body()).isEqualTo(202);
        String order = declared.header("Location");
        assertThat(remus.post(orders, body, "Idempotency-Key", "k-" + caseId).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(remus.post(orders, body.replace("late", "lost"), "Idempotency-Key", "k-" + caseId)
                        .problem())
                .isEqualTo("idempotency-key-reused");

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(remus.get(order).json().path("state").asString())
                                .isEqualTo("told"));
        assertThat(remus.get(order).json().path("of").asInt()).isEqualTo(1);
        assertThat(remus.get(order).json().path("told").asInt()).isEqualTo(1);
        assertThat(service.as("x", "department:finance").get(order).status()).isEqualTo(404);
        assertThat(consultant()
                        .get(promises)
                        .json()
                        .at("/promises/0/notices/0/newDueAt")
                        .asString())
                .isEqualTo("2026-04-01T16:00:00Z");
        assertThat(consultant()
                        .get("/api/v1/cases/" + caseId + "/resolution")
                        .json()
                        .at("/proposal/options/0/title")
                        .asString())
                .isEqualTo("A voucher at once");

        var offer = (SolutionsProposed) read(
                service.await(Topics.RESOLUTIONS, caseId.value(), 7).getLast().value(), SolutionsProposed.class);
        assertThat(offer.goesOn()).isEqualTo(new GoesOn("o2", List.of(Dimension.TIME)));

        HttpTalk own = service.as("webshop", "frontline");
        String resolution = "/api/v1/cases/" + caseId + "/resolution";
        JsonNode offered = own.get(resolution).json();
        assertThat(offered.path("state").asString()).isEqualTo("proposed");
        assertThat(offered.at("/steps/0/state").asString()).isEqualTo("started");
        assertThat(own.post(
                                "/api/v1/cases/" + caseId + "/choice",
                                "{\"proposalId\": \"p2\", \"optionId\": \"o1\"}",
                                "If-Match",
                                own.get(resolution).header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(noticesOf("sales")).contains(caseId.value()).contains("released");
    }

    private void choose() {
        publish(Topics.ROUTING, "routing", 1, routed());
        tell(answered());
        String resolution = "/api/v1/cases/" + caseId + "/resolution";
        HttpTalk own = service.as("webshop", "frontline");
        HttpTalk.Answer proposed = own.get(resolution, "Redress-At-Least", "routing=1,departments=1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                own.get(resolution).json().path("state").asString())
                        .isEqualTo("proposed"));
        assertThat(proposed.status()).isIn(200, 404);
        HttpTalk.Answer chosen = own.post(
                "/api/v1/cases/" + caseId + "/choice",
                "{\"proposalId\": \"p1\", \"optionId\": \"o1\", \"wantedBy\": \"2026-03-04T09:00:00Z\"}",
                "If-Match",
                own.get(resolution).header("ETag"));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
    }

    private void deviate(Instant newDueAt) {
        tell(new DeviationReported(
                caseId,
                RequestId.of(caseId, 2),
                "deviation-1",
                LOGISTICS,
                Kind.DELAY,
                Dimension.TIME,
                "The van has broken down.",
                TUESDAY,
                newDueAt,
                false,
                "remus",
                NOW));
    }

    private void dearer(String was, String becomes) {
        tell(new DeviationReported(
                caseId,
                RequestId.of(caseId, 2),
                "deviation-2",
                LOGISTICS,
                Kind.FINANCIAL,
                Dimension.COST,
                "The tariff has changed.",
                FRIDAY,
                null,
                false,
                "remus",
                NOW,
                TUESDAY,
                null,
                was,
                becomes));
    }

    private static String noticesOf(String department) {
        return service.as("x", "department:" + department)
                .get("/api/v1/departments/" + department + "/promise-notices?limit=200")
                .body();
    }

    private static HttpTalk consultant() {
        return service.as("andrei", "consultant");
    }

    private CaseRouted routed() {
        return new CaseRouted(
                caseId,
                "delivery",
                Cause.SERVICE_FAILURE,
                FINANCE,
                List.of(new Involvement(FINANCE, RequestId.of(caseId, 1), RequestKind.SOLUTION, "handles it")),
                new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                new Customer("C-1", Customer.Tier.STANDARD),
                "webshop",
                "en",
                "delivery-to-logistics",
                NOW,
                NOW,
                null,
                null,
                null,
                product,
                null,
                null);
    }

    private RequestAnswered answered() {
        return new RequestAnswered(
                caseId,
                RequestId.of(caseId, 1),
                FINANCE,
                RequestKind.SOLUTION,
                null,
                true,
                "It is broken.",
                List.of(),
                List.of(new OptionIdea(
                        "repair",
                        "We repair it.",
                        null,
                        3,
                        null,
                        null,
                        List.of(
                                new PlannedStep("fetch", LOGISTICS, "Fetch it.", List.of(), null, 1, null),
                                new PlannedStep("mend", FINANCE, "Mend it.", List.of("fetch"), null, 2, null)),
                        null)),
                "silvia",
                NOW);
    }

    private void tell(CaseEvent event) {
        publish(Topics.DEPARTMENTS, "departments", ++told, event);
    }

    private void publish(String topic, String stream, long seq, CaseEvent event) {
        service.publish(topic, stream, caseId.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }

    private static CaseEvent read(byte[] value, Class<? extends CaseEvent> type) {
        return Wire.read(EventTypes.wireName(type), value);
    }
}
