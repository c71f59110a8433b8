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
import io.redress.contracts.DeliveryEvent.AnswerSentBack;
import io.redress.contracts.DeliveryEvent.DeliveryRated;
import io.redress.contracts.DeliveryEvent.ThanksOutcomeAttached;
import io.redress.contracts.DeliveryEvent.ThanksProposed;
import io.redress.contracts.DeliveryEvent.ThanksSent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Ratings, what goes back, and thanks, on a real broker and the embedded store. */
class DeliveryServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ControllableTime TIME = new ControllableTime(NOW);
    private static final int MOST_THANKS = 20;

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
    @Behaviour("R84")
    void an_incomplete_answer_goes_back_once_and_what_is_delivered_is_rated_by_whoever_asked() {
        given.route(FINANCE);
        given.raise(r1, FINANCE, null);
        given.raise(r2, LOGISTICS, r1);
        given.awaitOpen(r2, LOGISTICS);
        HttpTalk finance = given.department(FINANCE);
        String half = "{\"reason\": \"Half of it.\", \"missing\": [\"weight\"]}";
        assertThat(finance.post(path(r2, "send-back"), half, "Idempotency-Key", "k1")
                        .problem())
                .isEqualTo("not-answered");
        given.answer(r2, LOGISTICS, "a1");
        Answer back = finance.post(path(r2, "send-back"), half, "Idempotency-Key", "k1");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.json().path("state").asString()).isEqualTo("open");
        assertThat(back.json().at("/sentBack/missing/0").asString()).isEqualTo("weight");
        assertThat(finance.post(path(r2, "send-back"), half, "Idempotency-Key", "k1")
                        .header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(given.told(AnswerSentBack.class, 1)).hasSize(1);
        given.answer(r2, LOGISTICS, "a2");
        assertThat(finance.post(path(r2, "send-back"), half, "Idempotency-Key", "k2")
                        .problem())
                .isEqualTo("sent-back-before");

        assertThat(requests(finance.get("/api/v1/departments/finance/deliveries?unrated=true")))
                .contains(r2.value());
        assertThat(finance.post(path(r2, "rate"), "{\"complete\": true}").pointers())
                .containsExactly("/words");
        Answer rated = finance.post(path(r2, "rate"), "{}");
        assertThat(rated.json().at("/rating/complete").asBoolean()).isFalse();
        assertThat(rated.json().at("/rating/onTime").asBoolean()).isTrue();
        String other = "{\"complete\": true, \"words\": \"The second half was not asked for.\"}";
        assertThat(finance.post(path(r2, "rate"), other).problem()).isEqualTo("precondition-missing");
        assertThat(finance.post(path(r2, "rate"), other, "If-Match", "\"1\"").problem())
                .isEqualTo("stale");
        Answer corrected =
                finance.post(path(r2, "rate"), other, "If-Match", Objects.requireNonNull(rated.header("ETag")));
        assertThat(corrected.json().at("/rating/corrected").asBoolean()).isTrue();
        assertThat(requests(finance.get("/api/v1/departments/finance/deliveries?unrated=true")))
                .doesNotContain(r2.value());
        assertThat(requests(finance.get("/api/v1/departments/finance/deliveries")))
                .contains(r2.value());
        assertThat(given.told(DeliveryRated.class, 2)).hasSize(2);
    }

    @Test
    @Behaviour("R98")
    void thanks_are_one_click_reach_whoever_helped_and_carry_the_customers_outcome() {
        given.route(FINANCE);
        given.raise(r1, FINANCE, null);
        given.awaitOpen(r1, FINANCE);
        given.answer(r1, FINANCE, "a1");
        HttpTalk consultant = service.as("andrei-" + caseId, "consultant");
        assertThat(consultant.post(path(r1, "rate"), "{}").json().path("better").asString())
                .contains("complete at once");
        assertThat(given.told(ThanksProposed.class, 1)).hasSize(1);
        assertThat(consultant.post(path(r1, "thank"), "{}").status()).isEqualTo(200);
        assertThat(consultant.post(path(r1, "thank"), "{}").header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(given.told(ThanksSent.class, 1)).hasSize(1);
        OptionChosen chosen = new OptionChosen(caseId, "p1", "o1", "Refund", "app", NOW);
        service.publish(
                Topics.RESOLUTIONS,
                "resolutions",
                caseId.value(),
                1,
                EventTypes.wireName(OptionChosen.class),
                Wire.write(chosen));
        await().untilAsserted(() -> assertThat(given.department(FINANCE)
                        .get("/api/v1/departments/finance/thanks")
                        .body())
                .contains(r1.value(), "\"outcome\":\"accepted\""));
        assertThat(given.told(ThanksOutcomeAttached.class, 1)).hasSize(1);
        assertThat(given.department(FINANCE)
                        .post(path(r1, "thank"), "{\"words\": \"All papers were there.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(consultant.get("/api/v1/departments/front-desk/thanks").body())
                .contains("All papers were there.");
    }

    @Test
    @Behaviour("R98")
    void a_person_thanks_for_so_many_requests_in_a_week_that_each_means_something() {
        given.route(FINANCE);
        for (int i = 1; i <= MOST_THANKS + 1; i++) {
            given.raise(given.request(i), FINANCE, null);
        }
        given.awaitOpen(RequestId.of(caseId, MOST_THANKS + 1), FINANCE);
        HttpTalk consultant = service.as("mara-" + caseId, "consultant");
        for (int i = 1; i <= MOST_THANKS + 1; i++) {
            RequestId id = given.request(i);
            given.answer(id, FINANCE, "a" + i);
            Answer thanked = consultant.post("/api/v1/departments/finance/requests/" + id + ":thank", "{}");
            assertThat(thanked.status()).as(thanked.body()).isEqualTo(i <= MOST_THANKS ? 200 : 429);
            if (i > MOST_THANKS) {
                assertThat(thanked.header("Retry-After")).matches("[1-9][0-9]*");
            }
        }
    }

    @Test
    void bad_input_and_strangers_get_what_they_deserve() {
        given.route(FINANCE);
        given.raise(r1, FINANCE, null);
        given.raise(r2, LOGISTICS, r1);
        given.awaitOpen(r2, LOGISTICS);
        given.answer(r2, LOGISTICS, "a1");
        HttpTalk stranger = given.department(new DepartmentCode("marketing"));
        String good = "{\"reason\": \"Half of it.\"}";
        assertThat(stranger.post(path(r2, "send-back"), good, "Idempotency-Key", "k")
                        .problem())
                .isEqualTo("not-found");
        assertThat(stranger.post(path(r2, "rate"), "{}").problem()).isEqualTo("not-found");
        assertThat(stranger.post(path(r2, "thank"), "{}").problem()).isEqualTo("not-found");
        assertThat(stranger.get("/api/v1/departments/finance/deliveries").problem())
                .isEqualTo("not-found");
        assertThat(stranger.get("/api/v1/departments/finance/thanks").problem()).isEqualTo("not-found");
        assertThat(service.as("app", "frontline").post(path(r2, "rate"), "{}").problem())
                .isEqualTo("forbidden");
        HttpTalk finance = given.department(FINANCE);
        assertThat(finance.post(path(r2, "send-back"), good).problem()).isEqualTo("idempotency-key-missing");
        assertThat(finance.post(path(r2, "send-back"), "{\"missing\": [\"\"]}", "Idempotency-Key", "k")
                        .pointers())
                .containsExactlyInAnyOrder("/reason", "/missing/0");
        assertThat(finance.post(path(r2, "rate"), "{\"words\": \"\"}").pointers())
                .containsExactly("/words");
        assertThat(finance.post(path(r2, "thank"), "{\"mood\": 1}").pointers()).containsExactly("/mood");
        assertThat(finance.get("/api/v1/departments/finance/deliveries?limit=0").pointers())
                .containsExactly("/limit");
    }

    @Test
    @Behaviour("R72")
    void a_worklist_shows_what_breaks_first_and_what_one_wants_to_see_of_it() {
        DepartmentCode code = new DepartmentCode("filtered");
        given.route(FINANCE);
        given.raise(r1, code, null);
        given.raise(r2, code, r1);
        given.awaitOpen(r2, code);
        HttpTalk own = given.department(code);
        String worklist = "/api/v1/departments/" + code + "/worklist";
        assertThat(requests(own.get(worklist))).contains(r1.value(), r2.value());
        assertThat(requests(own.get(worklist + "?kind=INFORMATION&nature=overcharge")))
                .contains(r1.value(), r2.value());
        assertThat(requests(own.get(worklist + "?kind=SOLUTION"))).isEqualTo("[]");
        assertThat(requests(own.get(worklist + "?nature=spam"))).isEqualTo("[]");
        assertThat(requests(own.get(worklist + "?overdue=true"))).isEqualTo("[]");
        own.post(
                "/api/v1/departments/" + code + "/requests/" + r1 + "/replies",
                "{\"type\": \"question\", \"by\": \"Silvia\", \"text\": \"Which of the two?\"}",
                "Idempotency-Key",
                "q1");
        assertThat(requests(own.get(worklist + "?state=stopped"))).contains(r1.value());
        assertThat(requests(own.get(worklist + "?state=stopped"))).doesNotContain(r2.value());
        await().untilAsserted(() -> {
            JsonNode load = own.get(worklist + "/load").json();
            assertThat(load.path("open").asInt()).isEqualTo(1);
            assertThat(load.path("stopped").asInt()).isEqualTo(1);
            assertThat(load.path("capacity").asInt()).isEqualTo(10);
        });
        assertThat(own.get(worklist + "?kind=joy&state=lost").pointers()).containsExactlyInAnyOrder("/kind", "/state");
        assertThat(own.get(worklist + "?state=returned&overdue=true").pointers())
                .containsExactly("/state");
        assertThat(given.department(FINANCE).get(worklist + "/load").problem()).isEqualTo("not-found");
    }

    private static String path(RequestId id, String verb) {
        return "/api/v1/departments/" + (id.value().endsWith("-r1") ? FINANCE : LOGISTICS) + "/requests/" + id + ":"
                + verb;
    }

    private static String requests(Answer listed) {
        assertThat(listed.status()).isEqualTo(200);
        return listed.json().path("items").toString();
    }
}
