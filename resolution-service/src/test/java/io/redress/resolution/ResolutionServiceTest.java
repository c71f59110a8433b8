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
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.EventTypes;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.CaseSettled;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole service on a real broker and its embedded store. */
class ResolutionServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final String REFUND = "{\"proposalId\": \"p1\", \"optionId\": \"o1\"}";

    @TempDir
    static Path stores;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final String resolution = "/api/v1/cases/" + caseId + "/resolution";
    private final String choice = "/api/v1/cases/" + caseId + "/choice";
    private final String closure = "/api/v1/cases/" + caseId + "/closure";

    @BeforeAll
    static void start() {
        service = RunningService.start(ResolutionApplication.class, "resolution-service", stores);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R102", "R103", "R106", "R111"})
    void a_case_is_proposed_chosen_executed_and_closed() {
        answer(1, RequestKind.SOLUTION, null);
        // The first event of all: a service that has just started still has to be given its topics.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> service.as("eva", "auditor")
                                .get(resolution, "Redress-At-Least", "departments=1")
                                .json()
                                .path("state")
                                .asString(""),
                        "gathering"::equals);
        route();
        HttpTalk.Answer proposed = own().get(resolution, "Redress-At-Least", "routing=1,intake=2");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        assertThat(proposed.json().path("proposal").path("options").size()).isEqualTo(2);
        assertThat(own().post(closure, "{\"satisfied\": true}").problem()).isEqualTo("not-resolved-yet");

        String seen = proposed.header("ETag");
        assertThat(own().post(choice, REFUND).status()).isEqualTo(428);
        assertThat(own().post(choice, REFUND, "If-Match", "\"77\"").status()).isEqualTo(412);
        assertThat(own().post(choice, REFUND.replace("o1", "o9"), "If-Match", seen)
                        .problem())
                .isEqualTo("unknown-option");
        assertThat(own().post(choice, "{\"optionId\": \"\"}", "If-Match", seen).pointers())
                .containsExactly("/proposalId", "/optionId");
        HttpTalk.Answer chosen = own().post(choice, REFUND, "If-Match", seen);
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        assertThat(chosen.header("Redress-Position")).isEqualTo("resolutions=4");
        assertThat(chosen.json().path("steps").path(0).path("state").asString()).isEqualTo("started");
        assertThat(own().post(choice, REFUND, "If-Match", seen).status()).isEqualTo(200);
        assertThat(own().post(choice, REFUND.replace("o1", "o2"), "If-Match", chosen.header("ETag"))
                        .problem())
                .isEqualTo("already-chosen");

        answer(2, RequestKind.EXECUTION, "p1-o1-s1");
        HttpTalk.Answer closed = own().post(
                        closure, "{\"satisfied\": true, \"words\": \"Thanks.\"}", "Redress-At-Least", "departments=2");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(closed.json().path("closed").path("reason").asString()).isEqualTo("CUSTOMERS_WORD");
        assertThat(closed.json().at("/proposal/options/1/title").asString())
                .as("the options as they were seen")
                .isEqualTo("We take it off.");
        assertThat(service.await(Topics.RESOLUTIONS, caseId.value(), 8))
                .extracting(record -> RunningService.headers(record).get("ce_type"))
                .containsExactly(
                        "redress.resolution.solutions-proposed.v1",
                        "redress.resolution.option-chosen.v1",
                        "redress.resolution.execution-step-started.v1",
                        "redress.resolution.promise-made.v1",
                        "redress.resolution.execution-step-completed.v1",
                        "redress.resolution.solution-executed.v1",
                        "redress.resolution.promise-kept.v1",
                        "redress.resolution.case-closed.v1");
    }

    @Test
    void a_resolution_is_seen_by_those_whom_it_concerns_and_does_not_exist_for_others() {
        route();
        assertThat(service.as("andrei", "consultant")
                        .get(resolution, "Redress-At-Least", "routing=1")
                        .status())
                .isEqualTo(200);
        assertThat(service.as("silvia", "department:finance").get(resolution).status())
                .isEqualTo(200);
        assertThat(service.as("max", "department:logistics").get(resolution).status())
                .isEqualTo(404);
        assertThat(service.as("other", "frontline").get(resolution).status()).isEqualTo(404);
        assertThat(service.as("other", "frontline")
                        .post(choice, REFUND, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        assertThat(service.as("silvia", "department:finance")
                        .post(closure, "{\"satisfied\": true}")
                        .status())
                .isEqualTo(403);
        assertThat(own().get("/api/v1/cases/" + UUID.randomUUID() + "/resolution")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Behaviour("R8")
    void who_only_wanted_to_be_heard_closes_the_case_over_rest() {
        routeToNobody("venting", Cause.VENTING);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                own().get(resolution).json().path("state").asString())
                        .isEqualTo("listening"));

        var closed = own().post(closure, "{\"satisfied\": true, \"words\": \"Thank you for listening.\"}");

        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(closed.json().path("state").asString()).isEqualTo("closed");
        assertThat(closed.json().at("/closed/reason").asString()).isEqualTo("CUSTOMERS_WORD");
    }

    @Test
    @Behaviour("R8")
    void praise_ends_by_itself_once_the_customer_was_thanked() {
        routeToNobody("praise", Cause.NO_COMPLAINT);
        publish(Topics.ROUTING, "routing", 2, new CaseSettled(caseId, "praise", "The customer was thanked.", NOW));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(own().get(resolution)
                                .json()
                                .at("/closed/reason")
                                .asString())
                        .isEqualTo("ANSWERED"));
    }

    private void routeToNobody(String nature, Cause cause) {
        publish(
                Topics.ROUTING,
                "routing",
                1,
                new CaseRouted(
                        caseId,
                        nature,
                        cause,
                        null,
                        List.of(),
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        new Customer("C-1", Customer.Tier.STANDARD),
                        "webshop",
                        "en",
                        "listening-creates-no-work",
                        NOW,
                        NOW));
    }

    private static HttpTalk own() {
        return service.as("webshop", "frontline");
    }

    private void route() {
        Involvement involvement =
                new Involvement(FINANCE, RequestId.of(caseId, 1), RequestKind.SOLUTION, "Finance handles it.");
        publish(
                Topics.ROUTING,
                "routing",
                1,
                new CaseRouted(
                        caseId,
                        "delivery",
                        Cause.SERVICE_FAILURE,
                        FINANCE,
                        List.of(involvement),
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        new Customer("C-1042", Customer.Tier.STANDARD),
                        "webshop",
                        "en",
                        "money-to-finance",
                        NOW,
                        NOW));
    }

    private void answer(int number, RequestKind kind, @Nullable String stepId) {
        publish(
                Topics.DEPARTMENTS,
                "departments",
                number,
                new RequestAnswered(
                        caseId,
                        RequestId.of(caseId, number),
                        FINANCE,
                        kind,
                        stepId,
                        true,
                        "Charged twice.",
                        List.of(),
                        List.of(
                                new OptionIdea("refund", "We pay it back.", null, 3, null),
                                new OptionIdea("credit", "We take it off.", null, 0, "Only next month.")),
                        "silvia",
                        NOW));
    }

    private void publish(String topic, String stream, long seq, CaseEvent event) {
        service.publish(topic, stream, caseId.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
