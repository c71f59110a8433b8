package io.redress.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** How cases end, over HTTP and Kafka, with the real broker and the embedded store. */
class ClosingServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ControllableTime TIME = new ControllableTime(NOW);
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final String SATISFIED = "{\"satisfied\": true}";
    private static final String BROKEN = "{\"reason\": \"It broke again.\"}";

    @TempDir
    static Path stores;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final String at = "/api/v1/cases/" + caseId;
    private int routings;
    private int answers;

    @BeforeAll
    static void start() throws IOException {
        service = RunningService.start(
                ResolutionApplication.class,
                "resolution-service",
                stores.resolve("store"),
                TIME,
                Map.of("redress.resolution.regulations", regulations().toUri().toString()));
    }

    /** Those that are shipped, and one whose clock goes on while the customer decides. */
    private static Path regulations() throws IOException {
        String shipped = new ClassPathResource("regulatory-clocks.yaml").getContentAsString(StandardCharsets.UTF_8);
        return Files.writeString(stores.resolve("regulations.yaml"), shipped.replace("regimes:\n", """
                regimes:
                  - regime: toys
                    from: 2020-01-01
                    products: [Teddy]
                    clocks:
                      - {clock: redress, counted: calendar-days, days: 5, warn-at-percent: 20, met-by: execution}
                """));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour("R55")
    void a_case_closes_only_when_nothing_is_open_and_opens_again_with_a_reason() {
        executed("delivery");
        raise(7, null);

        HttpTalk.Answer open = own().post(at + "/closure", SATISFIED, "Redress-At-Least", "routing=" + routings);
        assertThat(open.status()).as(open.body()).isEqualTo(409);
        assertThat(open.problem()).isEqualTo("still-open");
        assertThat(open.json().at("/state/open/0/id").asString())
                .isEqualTo(RequestId.of(caseId, 7).value());
        assertThat(open.json().at("/state/open/0/department").asString()).isEqualTo("logistics");
        assertThat(open.json().at("/state/open/0/href").asString()).isEqualTo(at + "/waits");

        answer(7, RequestKind.SOLUTION, null);
        HttpTalk.Answer closed = own().post(at + "/closure", SATISFIED, "Redress-At-Least", "departments=" + answers);
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(own().post(at + "/reopening", BROKEN).status()).isEqualTo(428);
        assertThat(own().post(at + "/reopening", BROKEN, "If-Match", "\"77\"").status())
                .isEqualTo(412);
        assertThat(own().post(at + "/reopening", "{}", "If-Match", closed.header("ETag"))
                        .pointers())
                .containsExactly("/reason");
        assertThat(service.as("other", "frontline")
                        .post(at + "/reopening", BROKEN, "If-Match", closed.header("ETag"))
                        .status())
                .isEqualTo(404);
        assertThat(service.as("silvia", "department:finance")
                        .post(at + "/reopening", BROKEN, "If-Match", closed.header("ETag"))
                        .status())
                .isEqualTo(403);
        HttpTalk.Answer again = own().post(at + "/reopening", BROKEN, "If-Match", closed.header("ETag"));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().path("state").asString()).isEqualTo("gathering");
        assertThat(again.header("Redress-Position")).startsWith("resolutions=");
        assertThat(own().post(at + "/reopening", BROKEN, "If-Match", closed.header("ETag"))
                        .status())
                .isEqualTo(200);
        assertThat(own().post(at + "/reopening", BROKEN.replace("again", "twice"), "If-Match", again.header("ETag"))
                        .problem())
                .isEqualTo("not-closed");

        raise(8, "reopening-1");
        answer(8, RequestKind.SOLUTION, null);
        HttpTalk.Answer proposed = awaitState("proposed");
        assertThat(proposed.json().at("/proposal/proposalId").asString()).isEqualTo("p2");
        assertThat(service.await(Topics.RESOLUTIONS, caseId.value(), 1, "redress.resolution.case-reopened.v1"))
                .hasSize(1);
    }

    @Test
    void the_clocks_of_the_law_are_seen_warned_of_and_extended_with_a_reason() {
        route("overcharge");
        HttpTalk supervisor = service.as("sofia", "supervisor");
        HttpTalk.Answer clocks = supervisor.get(at + "/clocks", "Redress-At-Least", "routing=" + routings);
        assertThat(clocks.status()).as(clocks.body()).isEqualTo(200);
        assertThat(clocks.json().at("/clocks/0/clockId").asString()).isEqualTo("payment-services:final-answer");
        Instant due = Instant.parse(clocks.json().at("/clocks/0/dueAt").asString());
        String urgent = "/api/v1/clocks?due-before=" + due.plusSeconds(1);
        assertThat(supervisor.get(urgent).body()).contains(caseId.value());
        assertThat(supervisor.get("/api/v1/clocks?due-before=" + NOW).json().path("cases"))
                .isEmpty();
        assertThat(supervisor.get("/api/v1/clocks").pointers()).containsExactly("/due-before");
        assertThat(supervisor.get(urgent + "&limit=0").pointers()).containsExactly("/limit");
        assertThat(own().get(urgent).status()).isEqualTo(403);
        assertThat(service.as("other", "frontline").get(at + "/clocks").status())
                .isEqualTo(404);

        String extension = at + "/clocks/payment-services:final-answer/extension";
        assertThat(own().post(extension, BROKEN, "If-Match", clocks.header("ETag"))
                        .status())
                .isEqualTo(403);
        assertThat(supervisor
                        .post(at + "/clocks/other/extension", BROKEN, "If-Match", clocks.header("ETag"))
                        .status())
                .isEqualTo(404);
        HttpTalk.Answer extended = supervisor.post(extension, BROKEN, "If-Match", clocks.header("ETag"));
        assertThat(extended.status()).as(extended.body()).isEqualTo(200);
        assertThat(extended.json().at("/clocks/0/extended").asBoolean()).isTrue();
        assertThat(extended.json().at("/clocks/0/dueAt").asString())
                .isEqualTo(clocks.json().at("/clocks/0/latestAt").asString());
        assertThat(supervisor
                        .post(extension, BROKEN, "If-Match", extended.header("ETag"))
                        .problem())
                .isEqualTo("already-extended");
        assertThat(service.meters()).contains("redress_regulatory_clocks_total");
    }

    @Test
    @Behaviour("R106")
    void a_clock_that_warns_meanwhile_refuses_no_choice_but_another_choice_does() {
        route("delivery", "Teddy", null);
        answer(1, RequestKind.SOLUTION, null);
        String seen = awaitState("proposed").header("ETag");
        String clocks = own().get(at + "/clocks").header("ETag");
        TIME.advance(Duration.ofDays(2));
        service.await(Topics.RESOLUTIONS, caseId.value(), 1, "redress.resolution.regulatory-clock-warned.v1");
        assertThat(own().get(at + "/clocks").header("ETag")).isNotEqualTo(clocks);

        HttpTalk.Answer chosen =
                own().post(at + "/choice", "{\"proposalId\": \"p1\", \"optionId\": \"o1\"}", "If-Match", seen);

        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        assertThat(own().post(at + "/choice", "{\"proposalId\": \"p1\", \"optionId\": \"o2\"}", "If-Match", seen)
                        .status())
                .isEqualTo(412);
    }

    @Test
    void what_cannot_end_yet_is_listed_with_what_it_waits_for_until_it_ends() {
        executed("delivery");
        raise(7, null);
        TIME.advance(Duration.ofDays(14).plusMinutes(1));
        service.await(Topics.RESOLUTIONS, caseId.value(), 1, "redress.resolution.closing-put-off.v1");

        HttpTalk consultant = service.as("andrei", "consultant");
        JsonNode waiting = putOff(consultant).orElseThrow();
        assertThat(waiting.at("/open/0/id").asString())
                .isEqualTo(RequestId.of(caseId, 7).value());
        assertThat(waiting.at("/open/0/department").asString()).isEqualTo("logistics");
        assertThat(Instant.parse(waiting.path("until").asString())).isAfter(TIME.instant());
        assertThat(own().get("/api/v1/put-off-closings").status()).isEqualTo(403);
        assertThat(consultant.get("/api/v1/put-off-closings?limit=0").pointers())
                .containsExactly("/limit");

        answer(7, RequestKind.SOLUTION, null);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> putOff(consultant).orElseThrow().path("open").isEmpty());
        TIME.advance(Duration.ofDays(3));
        awaitState("closed");
        assertThat(putOff(consultant)).isEmpty();
    }

    @Test
    @Behaviour("R5")
    void the_days_in_which_we_waited_for_the_customers_answer_are_not_counted_where_the_law_says_so() {
        Instant asked = TIME.instant();
        publish(
                Topics.COMPLAINTS,
                "intake",
                1,
                new ClarificationAsked(caseId, List.of("overcharge"), asked, asked.plus(Duration.ofDays(5))));
        publish(
                Topics.COMPLAINTS,
                "intake",
                2,
                new DiagnosisRevised(
                        caseId,
                        1,
                        List.of(new Hypothesis("overcharge", Cause.SERVICE_FAILURE, 1, List.of(), "rule")),
                        0,
                        false,
                        false,
                        DiagnosisRevised.Reason.CLARIFIED,
                        "The customer has answered.",
                        null,
                        "1",
                        asked.plus(Duration.ofDays(3)),
                        null,
                        null));
        route("overcharge", null, "GB-LND");

        // Whichever of the two topics is heard first.
        ZoneId london = ZoneId.of("Europe/London");
        LocalDate day = asked.atZone(london).toLocalDate();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(lastDays(london)).containsExactly(day.plusDays(56), day.plusDays(84 + 3)));
    }

    private List<LocalDate> lastDays(ZoneId zone) {
        return own().get(at + "/clocks")
                .json()
                .path("clocks")
                .valueStream()
                .map(it ->
                        Instant.parse(it.path("dueAt").asString()).atZone(zone).toLocalDate())
                .toList();
    }

    private Optional<JsonNode> putOff(HttpTalk reader) {
        return reader.get("/api/v1/put-off-closings")
                .json()
                .path("cases")
                .valueStream()
                .filter(it -> it.path("caseId").asString().equals(caseId.value()))
                .findFirst();
    }

    @Test
    void who_says_nothing_is_reminded_and_the_case_closes_as_announced_and_not_for_ever() {
        executed("delivery");
        TIME.advance(Duration.ofDays(7).plusMinutes(1));
        assertThat(service.await(Topics.RESOLUTIONS, caseId.value(), 1, "redress.resolution.word-reminder-due.v1"))
                .hasSize(1);
        TIME.advance(Duration.ofDays(7));
        HttpTalk.Answer closed = awaitState("closed");
        assertThat(closed.json().at("/closed/reason").asString()).isEqualTo("ANNOUNCED_EXPIRY");

        TIME.advance(Duration.ofDays(31));
        HttpTalk.Answer late = own().post(at + "/reopening", BROKEN, "If-Match", closed.header("ETag"));

        assertThat(late.status()).as(late.body()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("reopening-window-over");
    }

    private void executed(String nature) {
        route(nature);
        answer(1, RequestKind.SOLUTION, null);
        HttpTalk.Answer proposed = awaitState("proposed");
        own().post(
                        at + "/choice",
                        "{\"proposalId\": \"p1\", \"optionId\": \"o1\"}",
                        "If-Match",
                        proposed.header("ETag"));
        answer(2, RequestKind.EXECUTION, "p1-o1-s1");
        awaitState("executed");
    }

    private HttpTalk.Answer awaitState(String state) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> own().get(at + "/resolution"),
                        answer -> answer.json().path("state").asString().equals(state));
    }

    private static HttpTalk own() {
        return service.as("webshop", "frontline");
    }

    private void route(String nature) {
        route(nature, null, null);
    }

    private void route(String nature, @Nullable String product, @Nullable String region) {
        publishRouting(new CaseRouted(
                caseId,
                nature,
                Cause.SERVICE_FAILURE,
                FINANCE,
                List.of(new Involvement(FINANCE, RequestId.of(caseId, 1), RequestKind.SOLUTION, "handles it")),
                new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                new Customer("C-1042", Customer.Tier.STANDARD),
                "webshop",
                "en",
                "rule",
                TIME.instant(),
                TIME.instant(),
                null,
                null,
                null,
                product,
                region,
                null));
    }

    private void raise(int number, @Nullable String wantedId) {
        publishRouting(new RequestRaised(
                caseId,
                RequestId.of(caseId, number),
                LOGISTICS,
                RequestKind.SOLUTION,
                "delivery",
                "Please look.",
                "It broke again.",
                "en",
                null,
                TIME.instant(),
                TIME.instant(),
                null,
                null,
                null,
                null,
                null,
                wantedId));
    }

    private void answer(int number, RequestKind kind, @Nullable String stepId) {
        publish(
                Topics.DEPARTMENTS,
                "departments",
                ++answers,
                new RequestAnswered(
                        caseId,
                        RequestId.of(caseId, number),
                        number == 7 || number == 8 ? LOGISTICS : FINANCE,
                        kind,
                        stepId,
                        true,
                        "We looked.",
                        List.of(),
                        List.of(new OptionIdea("refund", "We pay it back.", null, 3, null)),
                        "silvia",
                        TIME.instant()));
    }

    private void publishRouting(CaseEvent event) {
        publish(Topics.ROUTING, "routing", ++routings, event);
    }

    private void publish(String topic, String stream, long seq, CaseEvent event) {
        service.publish(topic, stream, caseId.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
