package io.redress.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.FeedbackEvent.FeedbackCollected;
import io.redress.contracts.FeedbackEvent.FeedbackWithdrawn;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.Owner;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What product management hears of complaints, on a real broker and over HTTP. */
@Behaviour("R26")
class FeedbackServiceTest {
    private static final Owner ANDREI = new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk"));
    private static final Instant NOW = Instant.now();

    @TempDir
    static Path stores;

    private static RunningService service;

    private final String product = "Heater " + UUID.randomUUID();

    @BeforeAll
    static void start() {
        service = RunningService.start(AnalyticsApplication.class, "analytics-service", stores);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void product_management_hears_what_customers_say_and_not_who_they_are() {
        CaseId caseId =
                complaint("I cannot set a timer. My name is Ana Pop, ana.pop@mail.example.ro, customer C-1042.");
        diagnose(caseId, "missing-feature");

        ConsumerRecord<String, byte[]> told =
                service.await(Topics.FEEDBACK, caseId.value(), 1).getFirst();
        assertThat(RunningService.headers(told))
                .containsEntry("ce_id", caseId + ":feedback:1")
                .containsEntry("ce_source", "/redress/feedback");
        assertThat(read(told)).isInstanceOfSatisfying(FeedbackCollected.class, it -> {
            assertThat(it.natures()).containsExactly("missing-feature");
            assertThat(it.product()).isEqualTo(product);
            assertThat(it.words()).isEqualTo("I cannot set a timer. My name is [name], [e-mail], customer [customer].");
        });
        JsonNode shown = list("?product=" + query(product)).path("feedback").path(0);
        assertThat(shown.path("caseId").asString()).isEqualTo(caseId.value());
        assertThat(shown.toString())
                .contains("I cannot set a timer.", "\"tier\":\"STANDARD\"", "\"language\":\"en\"")
                .doesNotContain("C-1042", "Ana", "mail.example", "webshop");
        assertThat(productManagement()
                        .get("/api/v1/cases/" + caseId + "/journey")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_same_event_again_is_told_and_counted_once() {
        CaseId caseId = complaint("It crashed.");
        diagnose(caseId, "crash");
        service.await(Topics.FEEDBACK, caseId.value(), 1);
        diagnose(caseId, "crash");
        diagnose(caseId, "crash");
        revise(caseId, 1, "crash");
        revise(caseId, 2, "crash", "missing-feature");

        List<ConsumerRecord<String, byte[]>> told = service.await(Topics.FEEDBACK, caseId.value(), 2);
        assertThat(told)
                .extracting(it -> ((FeedbackCollected) read(it)).revision())
                .containsExactly(0, 2);
        assertThat(told)
                .extracting(it -> RunningService.headers(it).get("ce_id"))
                .containsExactly(caseId + ":feedback:1", caseId + ":feedback:2");
        awaitCounts(Map.of("crash", 1, "missing-feature", 1), 1);
    }

    @Test
    void numbers_follow_the_diagnosis_and_survive_a_restart() {
        CaseId first = complaint("It crashed.");
        CaseId second = complaint("It crashed again.");
        CaseId third = complaint("I cannot set a timer.");
        CaseId none = complaint("You charged me twice.");
        diagnose(first, "crash");
        diagnose(second, "crash");
        diagnose(third, "missing-feature");
        diagnose(none, "overcharge");
        awaitCounts(Map.of("crash", 2, "missing-feature", 1), 3);

        revise(second, 1, "overcharge");
        assertThat(read(service.await(Topics.FEEDBACK, second.value(), 2).getLast()))
                .isInstanceOfSatisfying(
                        FeedbackWithdrawn.class,
                        it -> assertThat(it.reason()).isEqualTo(FeedbackWithdrawn.Reason.ABOUT_SOMETHING_ELSE));
        awaitCounts(Map.of("crash", 1, "missing-feature", 1), 2);

        service.restart(stores, Map.of());
        revise(third, 1, "crash");
        awaitCounts(Map.of("crash", 2), 2);
        assertThat(list("?product=" + query(product)).path("feedback").valueStream())
                .extracting(it -> it.path("caseId").asString())
                .containsExactly(third.value(), first.value());
    }

    @Test
    void feedback_is_read_page_by_page_and_by_nature_and_product() {
        List<CaseId> crashes = Stream.of("It crashed.", "It crashes daily.", "Crash!")
                .map(this::complaint)
                .toList();
        crashes.forEach(it -> diagnose(it, "crash"));
        CaseId wish = complaint("I cannot set a timer.");
        diagnose(wish, "missing-feature");
        awaitCounts(Map.of("crash", 3, "missing-feature", 1), 4);

        String crashesOnly = "?nature=crash&limit=2&product=" + query(product);
        JsonNode page = list(crashesOnly);
        JsonNode rest = list(crashesOnly + "&cursor=" + query(page.path("next").asString()));
        assertThat(Stream.concat(
                                page.path("feedback").valueStream(),
                                rest.path("feedback").valueStream())
                        .map(it -> it.path("caseId").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        crashes.stream().map(CaseId::value).toList());
        assertThat(rest.has("next")).isFalse();
        assertThat(list("?nature=missing-feature").toString()).contains(wish.value());
        assertThat(list("?nature=missing-feature&product=other").path("feedback"))
                .isEmpty();
        assertThat(productManagement().get("/api/v1/feedback?limit=0").status()).isEqualTo(422);
        assertThat(productManagement().get("/api/v1/feedback?nature=").pointers())
                .containsExactly("/nature");
        assertThat(productManagement().get("/api/v1/feedback?cursor=nonsense").status())
                .isEqualTo(400);
    }

    @Test
    void it_is_for_product_management_and_for_those_who_look_after_the_whole() {
        for (String address : List.of("/api/v1/feedback", "/api/v1/feedback:summary")) {
            for (String role : List.of("department:product-management", "supervisor", "auditor")) {
                assertThat(service.as("somebody", role).get(address).status()).isEqualTo(200);
            }
            for (String role : List.of("department:finance", "frontline", "consultant", "department-system")) {
                assertThat(service.as("somebody", role).get(address).status()).isEqualTo(403);
            }
        }
        String today = LocalDate.ofInstant(NOW, ZoneOffset.UTC).toString();
        assertThat(productManagement()
                        .get("/api/v1/feedback:summary")
                        .json()
                        .path("until")
                        .asString())
                .isEqualTo(today);
        assertThat(productManagement()
                        .get("/api/v1/feedback:summary?since=2001-01-01")
                        .pointers())
                .containsExactly("/since");
        assertThat(productManagement()
                        .get("/api/v1/feedback:summary?since=yesterday")
                        .status())
                .isEqualTo(400);
    }

    private void awaitCounts(Map<String, Integer> natures, int cases) {
        String since = LocalDate.ofInstant(NOW, ZoneOffset.UTC).toString();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode summary = productManagement()
                    .get("/api/v1/feedback:summary?since=" + since)
                    .json();
            assertThat(summary.path("upToDate").asBoolean()).isTrue();
            assertThat(of(summary.path("products"))).isEqualTo(cases);
            summary.path("natures")
                    .forEach(it -> assertThat(of(it.path("products")))
                            .as(it.path("nature").asString())
                            .isEqualTo(natures.getOrDefault(it.path("nature").asString(), 0)));
            assertThat(summary.path("natures")
                            .valueStream()
                            .map(it -> it.path("nature").asString()))
                    .containsAll(natures.keySet());
        });
    }

    /** The number of this test's product. */
    private int of(JsonNode products) {
        return products.valueStream()
                .filter(it -> it.path("product").asString("").equals(product))
                .mapToInt(it -> it.path("total").asInt())
                .sum();
    }

    private static JsonNode list(String query) {
        HttpTalk.Answer answer = productManagement().get("/api/v1/feedback" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String query(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static HttpTalk productManagement() {
        return service.as("paula", "department:product-management");
    }

    private CaseId complaint(String words) {
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        publish(
                1,
                new ComplaintReceived(
                        caseId,
                        null,
                        "webshop",
                        new Customer("C-1042", Customer.Tier.STANDARD),
                        "web",
                        "en",
                        words,
                        ANDREI,
                        NOW,
                        null,
                        null,
                        null,
                        null,
                        product,
                        null));
        return caseId;
    }

    private static void diagnose(CaseId caseId, String nature) {
        publish(2, new ComplaintDiagnosed(caseId, hypotheses(nature), 0, false, false, "1", NOW));
    }

    private static void revise(CaseId caseId, int revision, String... natures) {
        publish(
                2 + revision,
                new DiagnosisRevised(
                        caseId,
                        revision,
                        hypotheses(natures),
                        0,
                        false,
                        false,
                        DiagnosisRevised.Reason.CORRECTED,
                        "A consultant knows better.",
                        "andrei",
                        "1",
                        NOW,
                        null,
                        null));
    }

    private static List<Hypothesis> hypotheses(String... natures) {
        return Stream.of(natures)
                .map(it -> new Hypothesis(it, Cause.UNMET_NEED, 0.9, List.of(), "rule"))
                .toList();
    }

    private static CaseEvent read(ConsumerRecord<String, byte[]> told) {
        return Wire.read(RunningService.type(told), told.value());
    }

    private static void publish(long seq, CaseEvent event) {
        service.publish(
                Topics.COMPLAINTS,
                "intake",
                event.caseId().value(),
                seq,
                EventTypes.wireName(event.getClass()),
                Wire.write(event));
    }
}
