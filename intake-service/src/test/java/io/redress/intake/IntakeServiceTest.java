package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Owner;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intake from outside: REST in, topics out. */
class IntakeServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String COMPLAINTS = "/api/v1/complaints";
    private static final String INVOICE =
            "{\"customer\":{\"reference\":\"C-1\"},\"channel\":\"web\",\"language\":\"en\",\"text\":\"My invoice is wrong, you charged me twice!\"}";

    private static RunningService intake;
    private static HttpTalk app;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = RunningService.start(IntakeApplication.class, "intake-service", folder);
        app = intake.as("app", "frontline");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    @Behaviour("R59")
    void a_case_that_was_handed_over_shows_its_new_consultant_by_name_and_counts_for_them() {
        CaseId caseId = new CaseId(file());
        String before =
                app.get("/api/v1/cases/" + caseId).json().at("/owner/id").asString();
        String after = before.equals("giulia") ? "hannah" : "giulia";
        int carried = openCases(after);
        OwnershipMoved moved = new OwnershipMoved(
                caseId,
                null,
                Party.consultant(before),
                Party.consultant(after),
                "On holiday.",
                Instant.parse("2026-03-02T09:00:00Z"));
        intake.publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                1,
                EventTypes.wireName(OwnershipMoved.class),
                Wire.write(moved));

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(app.get("/api/v1/cases/" + caseId)
                                .json()
                                .at("/owner/name")
                                .asString())
                        .isIn("Giulia Ferrari", "Hannah Whitfield"));
        assertThat(app.get("/api/v1/cases/" + caseId).json().at("/owner/id").asString())
                .isEqualTo(after);
        assertThat(openCases(after)).isEqualTo(carried + 1);
    }

    private static int openCases(String consultant) {
        return intake.as("maria", "supervisor")
                .get("/api/v1/consultants")
                .json()
                .path("consultants")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(consultant))
                .findFirst()
                .orElseThrow()
                .path("openCases")
                .asInt();
    }

    @Test
    @Behaviour({"R1", "R2", "R11", "R14", "R17", "R70"})
    void a_complaint_becomes_a_case_with_an_owner_a_next_step_and_its_events_on_the_topics() {
        var answer = app.post(COMPLAINTS, fromSomebody(), key());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String caseId = answer.json().path("caseId").asString();
        assertThat(answer.header("Location")).isEqualTo("/api/v1/cases/" + caseId);
        assertThat(answer.header("Redress-Position")).isEqualTo("intake=2");
        assertThat(answer.json().path("step").asString()).isEqualTo("respond");
        assertThat(answer.json().path("owner").path("name").asString()).isNotBlank();
        assertThat(Instant.parse(answer.json().path("next").path("by").asString()))
                .isAfter(Instant.now());
        assertThat(answer.json().path("text").asString()).isEqualTo("My invoice is wrong, you charged me twice!");
        assertThat(answer.json().path("diagnosis").path("hypotheses").size()).isPositive();

        var received = intake.await(Topics.COMPLAINTS, caseId, 2).getFirst();
        assertThat(Wire.read(RunningService.type(received), received.value()))
                .isInstanceOfSatisfying(
                        ComplaintReceived.class,
                        event -> assertThat(event.submittedBy()).isEqualTo("app"));
        var message = intake.await(Topics.CUSTOMER_MESSAGES, caseId, 1).getFirst();
        assertThat(Wire.read(RunningService.type(message), message.value()))
                .isInstanceOfSatisfying(CustomerMessageComposed.class, composed -> {
                    assertThat(composed.kind()).isEqualTo("acknowledgement");
                    assertThat(composed.body())
                            .contains(answer.json().path("owner").path("name").asString());
                });
        assertThat(app.get("/api/v1/cases/" + caseId).json().path("caseId").asString())
                .isEqualTo(caseId);
    }

    @Test
    @Behaviour("R1")
    void the_same_request_again_is_the_same_case_and_the_same_answer() {
        String[] key = key();
        String invoice = fromSomebody();
        var first = app.post(COMPLAINTS, invoice, key);
        var again = app.post(COMPLAINTS, invoice, key);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
    }

    @Test
    @Behaviour("R1")
    void twenty_parallel_tries_open_one_case() {
        String[] key = key();
        String invoice = fromSomebody();

        List<String> cases = IntStream.range(0, 20)
                .parallel()
                .mapToObj(_ -> app.post(COMPLAINTS, invoice, key))
                .map(answer -> answer.json().path("caseId").asString())
                .distinct()
                .toList();

        assertThat(cases).hasSize(1);
    }

    @Test
    void another_complaint_under_a_used_key_is_refused() {
        String[] key = key();
        String invoice = fromSomebody();
        app.post(COMPLAINTS, invoice, key);

        var other = app.post(COMPLAINTS, invoice.replace("twice", "three times"), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void the_clients_own_number_names_one_complaint_only() {
        String reference = UUID.randomUUID().toString();
        String body =
                fromSomebody().replace("{\"customer\"", "{\"clientReference\":\"" + reference + "\",\"customer\"");
        var first = app.post(COMPLAINTS, body, key());

        assertThat(app.post(COMPLAINTS, body, key()).json().path("caseId"))
                .isEqualTo(first.json().path("caseId"));
        assertThat(app.post(COMPLAINTS, body.replace("twice", "again"), key()).pointers())
                .containsExactly("/clientReference");
        assertThat(intake.as("other-app", "frontline")
                        .post(COMPLAINTS, body, key())
                        .json()
                        .path("caseId"))
                .isNotEqualTo(first.json().path("caseId"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not JSON               | {"customer":                                                                   | 400 |
            wrong type             | {"customer":{"reference":"C"},"channel":"web","text":7}                        | 400 | /text
            missing fields         | {}                                                                             | 422 | /customer,/channel,/text
            unknown field          | {"customer":{"reference":"C"},"channel":"web","text":"a","mood":1}             | 422 | /mood
            empty text             | {"customer":{"reference":"C"},"channel":"web","text":"  "}                     | 422 | /text
            unknown language       | {"customer":{"reference":"C"},"channel":"web","text":"a","language":"tlh"}     | 422 | /language
            unknown channel        | {"customer":{"reference":"C"},"channel":"pigeon","text":"a"}                   | 422 | /channel
            unknown tier           | {"customer":{"reference":"C","tier":"KING"},"channel":"web","text":"a"}        | 422 | /customer/tier
            half a character       | {"customer":{"reference":"C"},"channel":"web","text":"a\\ud83d"}               | 422 | /text
            """)
    void what_cannot_be_understood_is_refused_with_all_reasons(
            String what, String body, int status, @Nullable String pointers) {
        var answer = app.post(COMPLAINTS, body, key());

        assertThat(answer.status()).as(what + ": " + answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        if (pointers != null) {
            assertThat(answer.pointers()).containsExactlyInAnyOrder(pointers.split(","));
        }
    }

    @Test
    void a_complaint_needs_an_idempotency_key() {
        assertThat(app.post(COMPLAINTS, INVOICE).problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void nobody_gets_in_without_a_good_token_and_role() {
        assertThat(intake.with(null).post(COMPLAINTS, INVOICE, key()).status()).isEqualTo(401);
        assertThat(intake.with("nonsense").post(COMPLAINTS, INVOICE, key()).status())
                .isEqualTo(401);
        assertThat(intake.with(intake.expiredToken("app", "frontline"))
                        .post(COMPLAINTS, INVOICE, key())
                        .status())
                .isEqualTo(401);
        assertThat(intake.as("x", "auditor").post(COMPLAINTS, INVOICE, key()).status())
                .isEqualTo(403);
        assertThat(app.get("/actuator/env").status()).isIn(403, 404);
    }

    @Test
    void what_is_not_yours_does_not_exist_for_you() {
        String caseId = file();

        assertThat(intake.as("another-app", "frontline")
                        .get("/api/v1/cases/" + caseId)
                        .status())
                .isEqualTo(404);
        assertThat(intake.as("x", "department:finance")
                        .get("/api/v1/cases/" + caseId)
                        .status())
                .isEqualTo(404);
        assertThat(app.get("/api/v1/cases/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(app.get("/api/v1/cases/nonsense").status()).isEqualTo(404);
        assertThat(intake.as("sofia", "supervisor")
                        .get("/api/v1/cases/" + caseId)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Behaviour("R11")
    void what_routing_says_moves_the_case_on_and_opens_it_to_the_departments_without_the_words() {
        CaseId caseId = new CaseId(file());
        route(caseId, 1);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(app.get("/api/v1/cases/" + caseId)
                                .json()
                                .path("step")
                                .asString())
                        .isEqualTo("coordinate"));
        var seen = intake.as("x", "department:finance")
                .get("/api/v1/cases/" + caseId)
                .json();
        assertThat(seen.path("departments").get(0).asString()).isEqualTo("finance");
        assertThat(seen.has("text")).isFalse();
    }

    @Test
    void a_read_that_names_a_position_waits_for_it() {
        CaseId caseId = new CaseId(file());
        var reading = java.util.concurrent.CompletableFuture.supplyAsync(
                () -> app.get("/api/v1/cases/" + caseId, "Redress-At-Least", "routing=1"));
        route(caseId, 1);

        assertThat(reading)
                .succeedsWithin(PATIENCE)
                .satisfies(answer ->
                        assertThat(answer.json().path("step").asString()).isEqualTo("coordinate"));
    }

    @Test
    void a_broken_event_is_kept_aside_and_blocks_no_other_case() {
        CaseId broken = new CaseId(file());
        CaseId fine = new CaseId(file());
        intake.publish(
                Topics.ROUTING, "routing", broken.value(), 1, EventTypes.wireName(CaseRouted.class), "{".getBytes());
        intake.send(new ProducerRecord<>(Topics.ROUTING, "no key".getBytes()));
        route(fine, 1);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(app.get("/api/v1/cases/" + fine)
                                .json()
                                .path("step")
                                .asString())
                        .isEqualTo("coordinate"));
        var letter =
                intake.await(Topics.ROUTING + ".intake-dlt", broken.value(), 1).getFirst();
        assertThat(RunningService.headers(letter)).containsEntry("redress_refusal_code", "unreadable");
    }

    @Test
    void an_event_of_a_later_version_is_passed_over() {
        CaseId caseId = new CaseId(file());
        intake.publish(Topics.ROUTING, "routing", caseId.value(), 1, "redress.routing.case-routed.v9", "{}".getBytes());
        route(caseId, 2);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(app.get("/api/v1/cases/" + caseId)
                                .json()
                                .path("step")
                                .asString())
                        .isEqualTo("coordinate"));
    }

    @Test
    void a_list_has_the_latest_first_and_goes_on_at_its_cursor() {
        HttpTalk own = intake.as("lister", "frontline");
        List<String> filed = IntStream.range(0, 5)
                .mapToObj(_ -> own.post(COMPLAINTS, fromSomebody(), key())
                        .json()
                        .path("caseId")
                        .asString())
                .toList();

        var first = own.get("/api/v1/cases?limit=3").json();
        var second = own.get(
                        "/api/v1/cases?limit=3&cursor=" + first.path("next").asString())
                .json();

        assertThat(first.path("cases").size()).isEqualTo(3);
        assertThat(second.path("cases").size()).isEqualTo(2);
        assertThat(second.has("next")).isFalse();
        assertThat(first.path("cases").get(0).path("caseId").asString()).isIn(filed);
        assertThat(own.get("/api/v1/cases?limit=0").status()).isEqualTo(422);
    }

    /** The complaint of a customer whom no other test knows: the same customer saying it again would join the case. */
    private static String fromSomebody() {
        return INVOICE.replace("C-1", UUID.randomUUID().toString());
    }

    private static String file() {
        return app.post(COMPLAINTS, fromSomebody(), key()).json().path("caseId").asString();
    }

    private static void route(CaseId caseId, long seq) {
        DepartmentCode finance = new DepartmentCode("finance");
        var routed = new CaseRouted(
                caseId,
                "invoice",
                Cause.SERVICE_FAILURE,
                finance,
                List.of(new Involvement(finance, RequestId.of(caseId, 1), RequestKind.SOLUTION, "invoices")),
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                new Customer("C-1", Customer.Tier.STANDARD),
                "app",
                "en",
                "invoices",
                Instant.now(),
                Instant.now());
        intake.publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                seq,
                EventTypes.wireName(CaseRouted.class),
                Wire.write(routed));
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
