package io.redress.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.LiveStream;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real broker and its embedded store. */
class AnalyticsServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Owner ANDREI = new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk"));
    private static final Customer CUSTOMER = new Customer("C-1042", Customer.Tier.STANDARD);
    private static final String REVIEW = """
            {"rootCause": "Wrong table.", "preventiveAction": "Compare.", "actionOwner": "Silvia",
             "actionDue": "2026-12-15"}
            """;

    @TempDir
    static Path stores;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final AtomicLong routing = new AtomicLong();
    private final String journey = "/api/v1/cases/" + caseId + "/journey";
    private final String review = "/api/v1/cases/" + caseId + "/review";
    private final String survey = "/api/v1/cases/" + caseId + "/survey";

    @BeforeAll
    static void start() {
        service = RunningService.start(AnalyticsApplication.class, "analytics-service", stores);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_journey_is_read_page_by_page() {
        receive();
        route();
        route();

        HttpTalk.Answer first = own().get(journey + "?limit=2", "Redress-At-Least", "intake=1,routing=2");
        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.json().path("entries").size()).isEqualTo(2);
        String next = first.json().path("next").asString();
        HttpTalk.Answer second = own().get(journey + "?limit=2&cursor=" + next);
        assertThat(second.json().path("entries").size()).isEqualTo(1);
        assertThat(second.json().has("next")).isFalse();
        assertThat(second.json().path("entries").path(0).path("number").asInt()).isEqualTo(3);
        assertThat(own().get(journey + "?limit=0").status()).isEqualTo(422);
        assertThat(own().get(journey + "?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void a_journey_is_seen_by_those_whom_it_concerns_and_does_not_exist_for_others() {
        receive();
        route();
        HttpTalk finance = service.as("silvia", "department:finance");

        assertThat(own().get(journey, "Redress-At-Least", "intake=1,routing=1").body())
                .contains("C-1042");
        assertThat(service.as("eva", "auditor").get(journey).body()).contains("C-1042");
        assertThat(finance.get(journey).body())
                .contains("You charged me twice!")
                .doesNotContain("C-1042", "webshop");
        assertThat(service.as("other", "frontline").get(journey).status()).isEqualTo(404);
        assertThat(service.as("max", "department:logistics").get(journey).status())
                .isEqualTo(404);
        assertThat(service.as("robot", "department-system").get(journey).status())
                .isEqualTo(403);
        String unknown = "/api/v1/cases/" + UUID.randomUUID() + "/journey";
        assertThat(consultant().get(unknown).status()).isEqualTo(404);
        assertThat(consultant().get(unknown, "Accept", "text/event-stream").problem())
                .isEqualTo("not-found");
        assertThat(consultant().get("/api/v1/cases/nonsense/journey").status()).isEqualTo(404);
    }

    @Test
    void a_live_journey_goes_on_where_the_client_left_it_without_gap_or_repetition() throws Exception {
        receive();
        route();
        own().get(journey, "Redress-At-Least", "intake=1,routing=1");

        try (LiveStream all = new LiveStream(own(), journey, "0");
                LiveStream rest = new LiveStream(own(), journey, "1")) {
            await().untilAsserted(() -> assertThat(all.ids()).containsExactly("1", "2"));
            route();
            route();
            close();
            await().untilAsserted(() -> assertThat(all.ids()).containsExactly("1", "2", "3", "4", "5", "6", "7"));
            await().untilAsserted(() -> assertThat(rest.ids()).containsExactly("2", "3", "4", "5", "6", "7"));
            assertThat(all.hasHeartbeat()).isTrue();
        }
    }

    @Test
    @Behaviour({"R115", "R116", "R117"})
    void a_closed_case_is_rated_and_reviewed() {
        receive();
        assertThat(own().get(journey, "Redress-At-Least", "intake=1").status()).isEqualTo(200);
        assertThat(own().post(survey, "{\"score\": 5}").problem()).isEqualTo("not-closed-yet");
        assertThat(consultant().post(review, REVIEW).problem()).isEqualTo("not-closed-yet");
        assertThat(consultant().get(review).status()).isEqualTo(404);

        close();
        HttpTalk.Answer rated = own().post(survey, "{\"score\": 5}", "Redress-At-Least", "resolutions=1");
        assertThat(rated.status()).as(rated.body()).isEqualTo(200);
        assertThat(rated.header("Redress-Position")).isEqualTo("reviews=3");
        assertThat(own().post(survey, "{\"score\": 5}").status()).isEqualTo(200);
        assertThat(own().post(survey, "{\"score\": 1}").problem()).isEqualTo("already-answered");
        assertThat(own().post(survey, "{\"score\": 6, \"word\": 1}").pointers())
                .containsExactlyInAnyOrder("/score", "/word");
        assertThat(consultant().get("/api/v1/reviews").body()).contains(caseId.value());

        HttpTalk.Answer done = consultant().post(review, REVIEW);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("state").asString()).isEqualTo("completed");
        assertThat(done.json().path("survey").path("score").asInt()).isEqualTo(5);
        assertThat(consultant().post(review, REVIEW.replace("Wrong", "Other")).problem())
                .isEqualTo("already-reviewed");
        assertThat(own().get(review).status()).isEqualTo(403);
        assertThat(consultant().get("/api/v1/reviews").body()).doesNotContain(caseId.value());
        assertThat(consultant().get("/api/v1/reviews?status=completed").body()).contains(caseId.value());
        assertThat(consultant().get("/api/v1/reviews?status=lost").status()).isEqualTo(422);
        assertThat(consultant().get("/api/v1/reviews?cursor=nonsense").status()).isEqualTo(400);

        assertThat(service.await(Topics.REVIEWS, caseId.value(), 4))
                .extracting(record -> RunningService.headers(record).get("ce_sequence"))
                .containsExactly("1", "2", "3", "4");
        assertThat(consultant()
                        .get(journey)
                        .json()
                        .path("entries")
                        .valueStream()
                        .map(it -> it.path("stream").asString()))
                .containsExactly("intake", "resolutions", "reviews", "reviews", "reviews", "reviews");
    }

    private static HttpTalk own() {
        return service.as("webshop", "frontline");
    }

    private static HttpTalk consultant() {
        return service.as("andrei", "consultant");
    }

    private void receive() {
        publish(
                Topics.COMPLAINTS,
                "intake",
                1,
                new ComplaintReceived(
                        caseId, null, "webshop", CUSTOMER, "web", "en", "You charged me twice!", ANDREI, NOW));
    }

    private void route() {
        DepartmentCode finance = new DepartmentCode("finance");
        Involvement involvement =
                new Involvement(finance, RequestId.of(caseId, 1), RequestKind.SOLUTION, "Finance handles it.");
        publish(
                Topics.ROUTING,
                "routing",
                routing.incrementAndGet(),
                new CaseRouted(
                        caseId,
                        "overcharge",
                        Cause.SERVICE_FAILURE,
                        finance,
                        List.of(involvement),
                        ANDREI,
                        CUSTOMER,
                        "webshop",
                        "en",
                        "money-to-finance",
                        NOW,
                        NOW));
    }

    private void close() {
        publish(
                Topics.RESOLUTIONS,
                "resolutions",
                1,
                new CaseClosed(caseId, CaseClosed.Reason.CUSTOMERS_WORD, true, null, NOW));
    }

    private void publish(String topic, String stream, long seq, CaseEvent event) {
        service.publish(topic, stream, caseId.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
