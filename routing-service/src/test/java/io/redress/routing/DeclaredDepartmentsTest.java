package io.redress.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.Customer.Tier;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Severity;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service with the departments of another company: data, and no Java. */
class DeclaredDepartmentsTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());

    @BeforeAll
    static void start() {
        service = RunningService.start(
                RoutingApplication.class,
                "routing-service",
                folder,
                Clock.systemUTC(),
                Map.of(
                        "redress.routing.departments",
                        EXAMPLES.resolve("departments.yaml").toUri().toString(),
                        "redress.routing.rules",
                        EXAMPLES.resolve("routing-rules.yaml").toUri().toString()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R10", "R22", "R23", "R57", "R71"})
    void departments_that_no_program_knows_get_their_topics_and_their_requests() {
        complain(Tier.VIP, "defect", 0.9, "delivery", 0.8);

        RequestRaised service = firstRequestOf("service");
        RequestRaised warehouse = firstRequestOf("warehouse");
        RequestRaised sales = firstRequestOf("sales");
        assertThat(service.kind()).isEqualTo(RequestKind.SOLUTION);
        assertThat(service.nature()).isEqualTo("defect");
        assertThat(service.subject()).endsWith("say how it can be put right.");
        assertThat(sales.kind()).isEqualTo(RequestKind.INFORMATION);
        assertThat(sales.subject()).endsWith("say what must be considered before we answer.");
        // Asked for information about the one problem and for a solution of the other, it is asked once.
        assertThat(warehouse.kind()).isEqualTo(RequestKind.SOLUTION);
        assertThat(firstRequestOf("operations").nature()).isEqualTo("delivery");
        Answer departments =
                DeclaredDepartmentsTest.service.as("webshop", "frontline").get("/api/v1/departments");
        assertThat(departments
                        .json()
                        .path("departments")
                        .valueStream()
                        .map(it -> it.path("code").asString()))
                .contains(
                        "call-centre",
                        "technical",
                        "operations",
                        "presales",
                        "service",
                        "sales",
                        "project-management",
                        "procurement",
                        "warehouse");
    }

    @Test
    @Behaviour("R23")
    void every_decision_says_rule_version_facts_and_gates_the_first_and_each_revision() {
        complain(Tier.STANDARD, "invoice", 0.9);
        publish(
                3,
                new DiagnosisRevised(
                        caseId,
                        1,
                        List.of(hypothesis("contract", 1)),
                        -0.3,
                        true,
                        false,
                        DiagnosisRevised.Reason.CORRECTED,
                        "It is the contract.",
                        "andrei",
                        "test",
                        NOW,
                        Severity.HIGH,
                        false,
                        12_000L));
        firstRequestOf("legal-compliance");

        Answer answer = service.as("somebody", "auditor")
                .get("/api/v1/cases/" + caseId + "/routing", "Redress-At-Least", "intake=3");

        JsonNode decisions = answer.json().path("decisions");
        assertThat(decisions).hasSize(2);
        assertThat(decisions.at("/0/rule").asString()).isEqualTo("money-to-finance");
        assertThat(decisions.at("/0/rulesVersion").asString()).isEqualTo("first");
        assertThat(decisions.at("/0/facts/problems/0/nature").asString()).isEqualTo("invoice");
        assertThat(decisions.at("/0/facts/amount").asLong()).isEqualTo(500);
        assertThat(decisions.at("/1/revision").asInt()).isEqualTo(1);
        assertThat(decisions.at("/1/rule").asString()).isEqualTo("claims-to-legal");
        assertThat(decisions.at("/1/facts/publicImpact").asBoolean()).isTrue();
        assertThat(decisions.at("/1/facts/severity").asString()).isEqualTo("HIGH");
        assertThat(decisions.at("/1/gates/0/department").asString()).isEqualTo("legal-compliance");
        assertThat(decisions.at("/1/gates/0/rule").asString()).isEqualTo("claims-to-legal");
        assertThat(decisions.at("/1/reason").asString()).isEqualTo("It is the contract.");
        assertThat(answer.json().at("/facts/amount").asLong()).isEqualTo(12_000);
        assertThat(answer.json().at("/gates/0/department").asString()).isEqualTo("legal-compliance");
    }

    @Test
    @Behaviour("R100")
    void a_draft_is_checked_in_the_form_in_which_it_is_written() throws IOException {
        HttpTalk supervisor = service.as("silvia", "supervisor");
        String rules = Files.readString(EXAMPLES.resolve("routing-rules.yaml"));

        Answer right = check(supervisor, rules);
        assertThat(right.status()).isEqualTo(200);
        assertThat(right.json().path("usable").asBoolean()).isTrue();
        assertThat(right.json().path("findings")).isEmpty();

        Answer wrong = check(
                supervisor,
                rules.replace("when: {natures: [return]}", "when: {natures: [return, delivery]}")
                        .replace("natures: [missing-feature]}", "natures: [missing-features]}")
                        .replace("lead: technical", "lead: engineering"));
        assertThat(wrong.json().path("usable").asBoolean()).isFalse();
        assertThat(wrong.json()
                        .path("findings")
                        .valueStream()
                        .map(it -> it.path("kind").asString() + " "
                                + it.path("rows")
                                        .valueStream()
                                        .map(JsonNode::asString)
                                        .toList()))
                .contains(
                        "OVERLAP [deliveries-to-operations, returns-to-the-warehouse]",
                        "UNKNOWN_NAME [wishes-to-presales]",
                        "UNKNOWN_NAME [faults-to-technical]",
                        "GAP []");
        assertThat(wrong.json().at("/findings/0/example").isMissingNode()).isTrue();
        assertThat(wrong.json().path("findings").valueStream())
                .filteredOn(it -> it.path("kind").asString().equals("OVERLAP"))
                .allSatisfy(it -> assertThat(it.at("/example/problems/0/nature").asString())
                        .isEqualTo("delivery"));
    }

    @Test
    @Behaviour("R100")
    void a_draft_may_bring_its_departments_and_what_is_not_one_is_refused_with_all_reasons() throws IOException {
        HttpTalk supervisor = service.as("silvia", "supervisor");
        String both = Files.readString(EXAMPLES.resolve("departments.yaml"))
                + "\n"
                + Files.readString(EXAMPLES.resolve("routing-rules.yaml"));

        assertThat(check(supervisor, both).json().path("findings")).isEmpty();
        Answer contradicting = check(
                supervisor, both.replace("code: sales,", "code: sales, exclusively: [payment-plan], calendar: any,"));
        assertThat(contradicting.json().at("/findings/0/kind").asString()).isEqualTo("CONTRADICTION");
        assertThat(contradicting.json().at("/findings/0/departments").toString())
                .isEqualTo("[\"finance\",\"sales\"]");

        Answer refused =
                check(supervisor, "natures: [delivery]\nversions: [{id: 1, rows: [{id: a}, {lead: X}]}]\nrest: 1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("pointer").asString()))
                .contains("/rest");
        assertThat(check(supervisor, "natures: [").problem()).isEqualTo("unreadable");
        assertThat(supervisor
                        .send("POST", "/api/v1/routing-rules:check", "x", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(check(service.as("andrei", "consultant"), both).problem()).isEqualTo("forbidden");
    }

    @Test
    void what_if_tells_which_past_cases_would_go_elsewhere_and_touches_nothing() throws IOException {
        complain(Tier.STANDARD, "inventory", 0.9);
        Instant routedAt = firstRequestOf("procurement").raisedAt();
        HttpTalk supervisor = service.as("silvia", "supervisor");
        String rules = Files.readString(EXAMPLES.resolve("routing-rules.yaml"));
        String range = "?from=" + routedAt + "&to=" + routedAt.plusMillis(1);

        Answer same = whatIf(supervisor, range, rules);
        assertThat(same.status()).isEqualTo(200);
        assertThat(lines(same)).singleElement().satisfies(it -> {
            assertThat(it.at("/summary/elsewhere").asInt()).isZero();
            assertThat(it.at("/summary/same").asInt()).isPositive();
        });

        Answer other = whatIf(
                supervisor,
                range,
                rules.replace("lead: procurement", "lead: warehouse").replace("id: first", "id: second"));
        List<JsonNode> moved = lines(other);
        assertThat(moved.getFirst().path("caseId").asString()).isEqualTo(caseId.value());
        assertThat(moved.getFirst().at("/before/lead").asString()).isEqualTo("procurement");
        assertThat(moved.getFirst().at("/before/rulesVersion").asString()).isEqualTo("first");
        assertThat(moved.getFirst().at("/after/lead").asString()).isEqualTo("warehouse");
        assertThat(moved.getFirst().at("/after/rulesVersion").asString()).isEqualTo("second");
        assertThat(moved.getFirst().path("removed").toString()).isEqualTo("[\"procurement\"]");
        assertThat(moved.getLast().at("/summary/elsewhere").asInt()).isEqualTo(1);
        assertThat(service.as("somebody", "auditor")
                        .get("/api/v1/cases/" + caseId + "/routing")
                        .json()
                        .path("lead")
                        .asString())
                .isEqualTo("procurement");

        assertThat(lines(whatIf(supervisor, "?from=2001-01-01T00:00:00Z&to=2001-01-02T00:00:00Z", rules)))
                .singleElement()
                .satisfies(it -> assertThat(it.at("/summary/cases").asInt()).isZero());
        assertThat(whatIf(supervisor, "?from=2026-03-02T09:00:00Z&to=yesterday", rules)
                        .status())
                .isEqualTo(422);
        assertThat(whatIf(supervisor, range, rules.replace("lead: technical", "lead: engineering"))
                        .status())
                .isEqualTo(422);
    }

    private static Answer check(HttpTalk caller, String yaml) {
        return caller.send("POST", "/api/v1/routing-rules:check", yaml, "Content-Type", "application/yaml");
    }

    private static Answer whatIf(HttpTalk caller, String range, String yaml) {
        return caller.send("POST", "/api/v1/routing-rules:what-if" + range, yaml, "Content-Type", "application/yaml");
    }

    private static List<JsonNode> lines(Answer answer) {
        return answer.body().lines().map(JSON::readTree).toList();
    }

    private void complain(Tier tier, Object... naturesAndConfidences) {
        publish(
                1,
                new ComplaintReceived(
                        caseId,
                        null,
                        "webshop",
                        new Customer("C-1042", tier),
                        "web",
                        "en",
                        "It arrived late and broken!",
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        NOW));
        List<Hypothesis> hypotheses = new java.util.ArrayList<>();
        for (int i = 0; i < naturesAndConfidences.length; i += 2) {
            hypotheses.add(hypothesis((String) naturesAndConfidences[i], (double) naturesAndConfidences[i + 1]));
        }
        publish(
                2,
                new ComplaintDiagnosed(
                        caseId, hypotheses, -0.3, false, false, "test", NOW, Severity.MEDIUM, false, null, 500L));
    }

    private static Hypothesis hypothesis(String nature, double confidence) {
        return new Hypothesis(nature, Cause.SERVICE_FAILURE, confidence, List.of(), "test");
    }

    private void publish(long seq, CaseEvent event) {
        service.publish(
                Topics.COMPLAINTS,
                "intake",
                caseId.value(),
                seq,
                EventTypes.wireName(event.getClass()),
                Wire.write(event));
    }

    private RequestRaised firstRequestOf(String department) {
        var first = service.await(Topics.requestsOf(new DepartmentCode(department)), caseId.value(), 1)
                .getFirst();
        return (RequestRaised) Wire.read(RunningService.type(first), first.value());
    }
}
