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
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.EstimateOverdue;
import io.redress.contracts.DeviationEvent.ProgressOverdue;
import io.redress.contracts.DeviationEvent.ReestimateAsked;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Dates that are not kept, and the word that is owed about them, on a real broker and over HTTP. */
class DateServiceTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");
    private static final ControllableTime TIME = new ControllableTime(BEGIN);

    @TempDir
    static Path folder;

    private static RunningService service;

    private final AskedCase given = new AskedCase(() -> service, BEGIN);
    private final CaseId caseId = given.id();
    private final RequestId r1 = given.request(1);
    private final String request = "/api/v1/departments/finance/requests/" + r1;

    @BeforeAll
    static void start() throws IOException {
        Path charters = folder.resolve("charters.yaml");
        Files.writeString(charters, """
                charters:
                  - department: finance
                    ola: {firstAnswerMinutes: 120, resolutionMinutes: 1440}
                    progressEveryMinutes: 240
                """);
        service = RunningService.start(
                DepartmentApplication.class,
                "department-service",
                folder.resolve("stores"),
                TIME,
                Map.of("redress.department.charters", "file:" + charters));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R123", "R124", "R125", "R134", "R135", "R136", "R137"})
    void a_deviation_is_reported_in_one_call_and_the_front_desk_sees_it_with_the_trace_of_all_dates() {
        Instant due = ask();
        Instant later = due.plus(Duration.ofDays(2));
        String delay = deviation("DELAY", "TIME", later);
        Answer said = post("/deviations", "d1", delay);

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.header("Location")).isEqualTo(request);
        assertThat(said.header("ETag")).isNotEmpty();
        assertThat(said.header("Redress-Position")).startsWith("departments=");
        assertThat(said.json().path("dueAt").asString()).isEqualTo(later.toString());
        assertThat(post("/deviations", "d1", delay).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(post("/deviations", "d1", deviation("MISTAKE", "QUALITY", later))
                        .problem())
                .isEqualTo("idempotency-key-reused");
        given.say(new DepartmentReply.Deviation(
                "d2",
                r1,
                FINANCE,
                "ledger",
                DeviationEvent.Kind.FINANCIAL,
                DeviationEvent.Dimension.COST,
                "The fee is higher.",
                null,
                "The tariff of April.",
                "49.90 EUR",
                "59.90 EUR"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(date(consultant()).path("deviations")).hasSize(2));
        JsonNode date = date(consultant());
        assertThat(date.path("originalDueAt").asString()).isEqualTo(due.toString());
        assertThat(date.path("dueAt").asString()).isEqualTo(later.toString());
        assertThat(date.at("/deviations/1/evidence").asString()).isEqualTo("The tariff of April.");
        assertThat(date.at("/deviations/1/was").asString()).isEqualTo("49.90 EUR");
        assertThat(date.at("/deviations/1/becomes").asString()).isEqualTo("59.90 EUR");
        JsonNode worse = post("/deviations", "d3", worse("\"was\": \"oak\", \"becomes\": \"pine\""))
                .json();
        assertThat(worse.at("/date/deviations/2/was").asString()).isEqualTo("oak");
        assertThat(worse.at("/date/deviations/2/becomes").asString()).isEqualTo("pine");
        DeviationReported told = given.told(DeviationReported.class);
        assertThat(told.newDueAt()).isEqualTo(later);
        assertThat(told.originalDueAt()).isEqualTo(due);
        assertThat(told.inferred()).isFalse();
    }

    @Test
    void what_is_wrong_with_a_deviation_or_an_estimate_is_told_at_once_and_foreign_requests_do_not_exist() {
        Instant due = ask();
        String delay = deviation("DELAY", "TIME", due.plusSeconds(60));
        assertThat(post("/deviations", "w1", "{\"mood\": 1}").pointers())
                .containsExactlyInAnyOrder("/mood", "/by", "/kind", "/dimension", "/reason");
        assertThat(post("/deviations", "w1", delay.replace("}", ", \"was\": \"Monday\", \"becomes\": \"Friday\"}"))
                        .pointers())
                .containsExactly("/was");
        for (String half : List.of("\"was\": \"oak\"", "\"becomes\": \"pine\"")) {
            assertThat(post("/deviations", "w1", worse(half)).pointers()).containsExactly("/becomes");
        }
        assertThat(post("/deviations", "w1", worse("\"was\": \" \", \"becomes\": \"\\t\""))
                        .pointers())
                .containsExactlyInAnyOrder("/was", "/becomes");
        assertThat(post("/deviations", "w2", deviation("DELAY", "TIME", due.minusSeconds(1)))
                        .pointers())
                .containsExactly("/newDueAt");
        assertThat(post("/estimate", "w3", "{}").pointers()).containsExactlyInAnyOrder("/by", "/dueAt");
        assertThat(post("/estimate", "w4", estimate(BEGIN.minusSeconds(1), null))
                        .pointers())
                .containsExactly("/dueAt");
        assertThat(post("/estimate", "w5", estimate(due.plusSeconds(60), null)).pointers())
                .containsExactly("/reason");
        assertThat(finance().post(request + "/deviations", delay).problem()).isEqualTo("idempotency-key-missing");
        for (String path : List.of("/deviations", "/estimate")) {
            String body = path.equals("/estimate") ? estimate(due, null) : delay;
            assertThat(given.department(LOGISTICS)
                            .post(request + path, body, "Idempotency-Key", "f1")
                            .problem())
                    .isEqualTo("not-found");
            assertThat(given.department(LOGISTICS)
                            .post(request.replace("finance", "logistics") + path, body, "Idempotency-Key", "f1")
                            .problem())
                    .isEqualTo("not-found");
            assertThat(consultant()
                            .post(request + path, body, "Idempotency-Key", "f1")
                            .problem())
                    .isEqualTo("forbidden");
        }
        given.say(new DepartmentReply.Estimate("x", r1, LOGISTICS, "depot", due, null, null));
        assertThat(service.await(Topics.DEPARTMENT_REPLIES + ".department-dlt", caseId.value(), 1))
                .extracting(it -> RunningService.headers(it).get("redress_refusal_code"))
                .containsExactly("not-your-request");
        finance()
                .post(
                        request + "/replies",
                        "{\"type\": \"answer\", \"by\": \"Silvia\", \"done\": true, \"findings\": \"Twice.\"}",
                        "Idempotency-Key",
                        "a1");
        assertThat(post("/deviations", "w6", delay).problem()).isEqualTo("already-answered");
        assertThat(post("/estimate", "w7", estimate(due, null)).problem()).isEqualTo("already-answered");
    }

    @Test
    @Behaviour({"R83", "R95"})
    void an_estimate_and_reports_of_progress_are_due_as_the_charter_promises() {
        Instant due = ask();
        JsonNode owed = date(finance());
        assertThat(owed.path("estimateBy").asString())
                .isEqualTo(heardAt(owed).plus(Duration.ofHours(2)).toString());
        assertThat(owed.path("progressBy").asString())
                .isEqualTo(heardAt(owed).plus(Duration.ofHours(4)).toString());

        TIME.advance(Duration.ofHours(2));
        assertThat(given.told(EstimateOverdue.class).answerBy())
                .isEqualTo(heardAt(owed).plus(Duration.ofHours(2)));
        TIME.advance(Duration.ofHours(2));
        ProgressOverdue overdue = given.told(ProgressOverdue.class);
        assertThat(overdue.everySeconds()).isEqualTo(14_400);
        assertThat(overdue.missed()).isEqualTo(1);

        Answer given = post("/estimate", "e1", estimate(due, "Nothing stands in the way."));
        assertThat(given.status()).isEqualTo(201);
        assertThat(given.json().at("/date/estimate/stands").asBoolean()).isTrue();
        assertThat(given.json().at("/date/estimate/resources").asString()).isEqualTo("Two people.");
        assertThat(given.json().at("/date/missedReports").asInt()).isZero();
        assertThat(given.json().at("/date/estimateBy").isMissingNode()).isTrue();
    }

    @Test
    @Behaviour("R124")
    void a_date_that_has_passed_is_asked_about_and_without_an_answer_the_delay_is_inferred() {
        ask();
        TIME.advance(Duration.ofDays(1));
        ReestimateAsked asked = given.told(ReestimateAsked.class);
        assertThat(asked.basis()).isEqualTo(DeviationEvent.Basis.DATE);
        await().untilAsserted(() -> assertThat(
                        date(finance()).at("/reestimate/reestimateId").asString())
                .isEqualTo(asked.reestimateId()));

        TIME.advance(Duration.ofHours(2));
        DeviationReported inferred = given.told(DeviationReported.class);
        assertThat(inferred.inferred()).isTrue();
        assertThat(inferred.by()).isEqualTo("Redress");
    }

    private static Instant heardAt(JsonNode date) {
        return Instant.parse(date.path("heardAt").asString());
    }

    private JsonNode date(HttpTalk reader) {
        return reader.get("/api/v1/cases/" + caseId + "/cooperation").json().at("/requests/0/date");
    }

    private static String deviation(String kind, String dimension, Instant newDueAt) {
        return "{\"by\": \"Silvia\", \"kind\": \"%s\", \"dimension\": \"%s\", \"reason\": \"The bank is late.\", \"newDueAt\": \"%s\"}"
                .formatted(kind, dimension, newDueAt);
    }

    private static String worse(String numbers) {
        return "{\"by\": \"Silvia\", \"kind\": \"MISTAKE\", \"dimension\": \"QUALITY\", \"reason\": \"It is sold out.\", %s}"
                .formatted(numbers);
    }

    private static String estimate(Instant dueAt, @org.jspecify.annotations.Nullable String reason) {
        return "{\"by\": \"Silvia\", \"dueAt\": \"%s\", \"resources\": \"Two people.\"%s}"
                .formatted(dueAt, reason == null ? "" : ", \"reason\": \"" + reason + "\"");
    }

    private Answer post(String what, String key, String body) {
        return finance().post(request + what, body, "Idempotency-Key", key);
    }

    private HttpTalk finance() {
        return given.department(FINANCE);
    }

    private static HttpTalk consultant() {
        return service.as("andrei", "consultant");
    }

    /** Finance is asked, a day before it is due; waits until it has the request. */
    private Instant ask() {
        Instant now = TIME.instant();
        Instant due = now.plus(Duration.ofDays(1));
        given.publish(new CaseRouted(
                caseId,
                "overcharge",
                Cause.SERVICE_FAILURE,
                FINANCE,
                List.of(),
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                new Customer("C-4711", Customer.Tier.STANDARD),
                "app",
                "en",
                "overcharge",
                now,
                due));
        given.publish(new RequestRaised(
                caseId,
                r1,
                FINANCE,
                RequestKind.SOLUTION,
                "overcharge",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                now,
                due));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                finance().get(request).json().path("state").asString(""))
                        .isEqualTo("open"));
        return due;
    }
}
