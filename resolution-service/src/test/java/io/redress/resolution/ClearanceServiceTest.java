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
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates and bargaining over REST and topics, on a real broker and the embedded store. */
class ClearanceServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final String VALUE_GATE = "exceptional-value-needs-senior-management";
    private static final String PLAN_GATE = "payment-plan-needs-finance";

    @TempDir
    static Path stores;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final String theCase = "/api/v1/cases/" + caseId;

    @BeforeAll
    static void start() {
        service = RunningService.start(ResolutionApplication.class, "resolution-service", stores);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R32", "R36", "R49", "R102", "R104", "R107", "R108"})
    void a_proposal_passes_its_gates_before_the_customer_sees_it() {
        route();
        HttpTalk.Answer waiting = own().get(theCase + "/resolution", "Redress-At-Least", "routing=1");
        assertThat(waiting.json().path("awaiting").path(0).asString()).isEqualTo(caseId + "-r1");
        answer(1, 1, idea("payment-plan", null, 3), idea("refund", "9000.00", 1));

        HttpTalk.Answer held = own().get(theCase + "/resolution", "Redress-At-Least", "departments=1");
        assertThat(held.json().path("state").asString()).isEqualTo("drafted");
        assertThat(held.json().path("proposal").isMissingNode()).isTrue();
        assertThat(held.json().path("awaiting").size()).isEqualTo(2);
        assertThat(own().get(theCase + "/clearances").status()).isEqualTo(403);
        assertThat(service.as("max", "department:logistics")
                        .get(theCase + "/clearances")
                        .status())
                .isEqualTo(404);

        HttpTalk mircea = service.as("mircea", "department:finance");
        HttpTalk.Answer open = mircea.get(theCase + "/clearances");
        assertThat(open.json().path("clearances").path(0).path("state").asString())
                .isEqualTo("open");
        assertThat(open.json().path("options").path(0).path("proposedBy").asString())
                .isEqualTo("silvia");
        String seen = open.header("ETag");
        String plan = theCase + "/clearances/" + PLAN_GATE;
        assertThat(mircea.post(plan, "{\"decision\": \"given\"}").status()).isEqualTo(428);
        assertThat(mircea.post(plan, "{\"decision\": \"given\"}", "If-Match", "\"77\"")
                        .status())
                .isEqualTo(412);
        assertThat(mircea.post(plan, "{\"decision\": \"refused\"}", "If-Match", seen)
                        .pointers())
                .containsExactly("/reason");
        assertThat(mircea.post(theCase + "/clearances/" + VALUE_GATE, "{\"decision\": \"given\"}", "If-Match", seen)
                        .status())
                .isEqualTo(404);
        assertThat(service.as("silvia", "department:finance")
                        .post(plan, "{\"decision\": \"given\"}", "If-Match", seen)
                        .problem())
                .isEqualTo("four-eyes");
        // Senior management has a gate of its own here, and still does not pass those of others.
        assertThat(service.as("elena", "department:senior-management")
                        .post(plan, "{\"decision\": \"given\"}", "If-Match", seen)
                        .status())
                .isEqualTo(404);
        HttpTalk.Answer given = mircea.post(plan, "{\"decision\": \"given\"}", "If-Match", seen);
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(mircea.post(plan, "{\"decision\": \"given\"}", "If-Match", seen)
                        .status())
                .isEqualTo(200);

        HttpTalk elena = service.as("elena", "department:senior-management");
        assertThat(casesToClear(elena)).contains(caseId.value());
        assertThat(mircea.get("/api/v1/departments/senior-management/clearances")
                        .status())
                .isEqualTo(404);
        HttpTalk.Answer last = elena.post(
                theCase + "/clearances/" + VALUE_GATE,
                "{\"decision\": \"given\", \"reason\": \"Good.\"}",
                "If-Match",
                given.header("ETag"));
        assertThat(last.status()).as(last.body()).isEqualTo(200);
        assertThat(casesToClear(elena)).doesNotContain(caseId.value());

        HttpTalk.Answer proposed = own().get(theCase + "/resolution");
        assertThat(proposed.json().path("state").asString()).isEqualTo("proposed");
        assertThat(proposed.json().at("/proposal/options/0/unfavourable/0").asString())
                .isEqualTo("longer");
        assertThat(proposed.json().at("/proposal/limitsVersion").asString()).isEqualTo("2025-1");
        assertThat(proposed.json().at("/proposal/flexibility/roundsLeft").asInt())
                .isEqualTo(3);
        assertThat(service.await(Topics.RESOLUTIONS, caseId.value(), 5))
                .extracting(record -> RunningService.headers(record).get("ce_type"))
                .containsExactly(
                        "redress.resolution.clearance-requested.v1",
                        "redress.resolution.clearance-requested.v1",
                        "redress.resolution.clearance-given.v1",
                        "redress.resolution.clearance-given.v1",
                        "redress.resolution.solutions-proposed.v1");
    }

    @Test
    @Behaviour({"R106", "R109", "R148"})
    void the_customer_counters_and_gets_what_departments_answer_beside_what_there_was() {
        route();
        answer(1, 1, idea("refund", "20.00", 5), idea("credit", "20.00", 0));
        HttpTalk.Answer proposed = own().get(theCase + "/resolution", "Redress-At-Least", "routing=1,departments=1");
        String seen = proposed.header("ETag");

        assertThat(own().post(
                                theCase + "/counter",
                                "{\"proposalId\": \"p1\", \"wants\": \"luck\", \"days\": -1,"
                                        + " \"amount\": {\"amount\": \"x\", \"currency\": \"EUR\"}}",
                                "If-Match",
                                seen)
                        .pointers())
                .containsExactlyInAnyOrder("/wants", "/words", "/amount/amount", "/days");
        String counter = "{\"proposalId\": \"p1\", \"wants\": \"time\", \"words\": \"Sooner, please.\", \"days\": 1}";
        assertThat(own().post(theCase + "/counter", counter).status()).isEqualTo(428);
        HttpTalk.Answer countered = own().post(theCase + "/counter", counter, "If-Match", seen);
        assertThat(countered.status()).as(countered.body()).isEqualTo(200);
        assertThat(countered.json().path("state").asString()).isEqualTo("gathering");
        assertThat(own().post(theCase + "/counter", counter, "If-Match", seen).status())
                .isEqualTo(200);

        publish(
                Topics.ROUTING,
                "routing",
                2,
                new SolutionsRequested(
                        caseId,
                        "p1",
                        List.of(new Involvement(FINANCE, RequestId.of(caseId, 2), RequestKind.SOLUTION, "Sooner.")),
                        NOW));
        answer(2, 2, idea("refund", "20.00", 1));
        HttpTalk.Answer again = own().get(theCase + "/resolution", "Redress-At-Least", "routing=2,departments=2");
        assertThat(again.json().at("/proposal/proposalId").asString()).isEqualTo("p2");
        assertThat(again.json().at("/proposal/options/0/days").asInt()).isEqualTo(1);
        assertThat(again.json().at("/proposal/options/1/kind").asString()).isEqualTo("credit");
        assertThat(own().post(
                                theCase + "/decline",
                                "{\"proposalId\": \"p2\", \"reason\": \"No.\"}",
                                "If-Match",
                                again.header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Behaviour({"R49", "R104"})
    void the_limits_can_be_read() {
        HttpTalk.Answer limits = service.as("andrei", "consultant").get("/api/v1/value-limits");

        assertThat(limits.status()).isEqualTo(200);
        assertThat(limits.json().path("editions").size()).isPositive();
        assertThat(own().get("/api/v1/value-limits").status()).isEqualTo(403);
    }

    private static List<String> casesToClear(HttpTalk caller) {
        return caller.get("/api/v1/departments/senior-management/clearances")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("caseId").asString())
                .toList();
    }

    private static HttpTalk own() {
        return service.as("webshop", "frontline");
    }

    private static OptionIdea idea(String kind, @Nullable String cost, int days) {
        return new OptionIdea(
                kind, "A " + kind + ".", cost == null ? null : new Money(new BigDecimal(cost), "EUR"), days, null);
    }

    private void route() {
        publish(
                Topics.ROUTING,
                "routing",
                1,
                new CaseRouted(
                        caseId,
                        "invoice",
                        Cause.SERVICE_FAILURE,
                        FINANCE,
                        List.of(new Involvement(FINANCE, RequestId.of(caseId, 1), RequestKind.SOLUTION, "Theirs.")),
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        new Customer("C-1042", Customer.Tier.STANDARD),
                        "webshop",
                        "en",
                        "money-to-finance",
                        NOW,
                        NOW));
    }

    private void answer(int request, long seq, OptionIdea... ideas) {
        publish(
                Topics.DEPARTMENTS,
                "departments",
                seq,
                new RequestAnswered(
                        caseId,
                        RequestId.of(caseId, request),
                        FINANCE,
                        RequestKind.SOLUTION,
                        null,
                        true,
                        "Looked into.",
                        List.of(),
                        List.of(ideas),
                        "silvia",
                        NOW));
    }

    private void publish(String topic, String stream, long seq, CaseEvent event) {
        service.publish(topic, stream, caseId.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
