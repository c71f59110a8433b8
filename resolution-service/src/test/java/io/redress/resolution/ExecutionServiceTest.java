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
import io.redress.contracts.PlannedStep;
import io.redress.contracts.Remedy;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.resolution.adapter.webhook.RemedyProvider;
import io.redress.resolution.adapter.webhook.RemedyProvider.Answer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Plans and remedies over HTTP and Kafka, with a provider that misbehaves. */
class ExecutionServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String FETCH = "p1-o1-s1";
    private static final String PAY = "p1-o1-s2";

    @TempDir
    static Path stores;

    private static RunningService service;
    private static RemedyProvider provider;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final String execution = "/api/v1/cases/" + caseId + "/execution";
    private final String remedyId = caseId + ":" + PAY;
    private int answers;

    @BeforeAll
    static void start() {
        provider = new RemedyProvider(SECRET);
        service = RunningService.start(
                ResolutionApplication.class, "resolution-service", stores, Clock.systemUTC(), settings());
    }

    private static Map<String, String> settings() {
        return Map.of(
                "redress.resolution.remedies.url", provider.url().toString(),
                "redress.resolution.remedies.secrets", SECRET,
                "redress.resolution.remedies.time-limit", "1s",
                "redress.resolution.remedies.first-pause", "100ms",
                "redress.resolution.remedies.longest-pause", "500ms");
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.close();
    }

    @Test
    @Behaviour({"R20", "R111", "R114"})
    void a_remedy_leaves_exactly_once_although_the_provider_says_nothing_after_having_executed_it() {
        provider.takesOrders(call -> call.id().equals(remedyId) ? Answer.executing(0) : Answer.executing(201));
        chosen();
        assertThat(step(0).path("state").asString()).isEqualTo("started");
        assertThat(step(1).path("state").asString()).isEqualTo("waiting");
        answer(LOGISTICS, FETCH, true);
        answer(FINANCE, PAY, true);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(plan().path("state").asString()).isEqualTo("done"));

        assertThat(step(1).path("remedy").path("state").asString()).isEqualTo("executed");
        assertThat(provider.executed()).containsEntry(remedyId, 1);
        assertThat(provider.calls("POST", remedyId)).hasSize(1);
        assertThat(provider.ordered(remedyId)).contains("C-1042").doesNotContain("webshop");
        assertThat(provider.unsigned()).isZero();
        assertThat(told(10))
                .containsSubsequence(
                        "option-chosen",
                        "execution-step-started",
                        "execution-step-completed",
                        "execution-step-started",
                        "remedy-ordered",
                        "remedy-unknown",
                        "remedy-executed",
                        "execution-step-completed",
                        "solution-executed");
        assertThat(service.meters()).contains("redress_remedies_total{", "outcome=\"unknown\"");
    }

    @Test
    @Behaviour("R114")
    void where_the_provider_refuses_the_customer_hears_at_once_and_what_was_done_is_undone() {
        provider.takesOrders(call -> call.id().equals(remedyId) ? Answer.status(422) : Answer.executing(201));
        chosen();
        answer(LOGISTICS, FETCH, true);
        answer(FINANCE, PAY, true);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(plan().path("state").asString()).isEqualTo("undoing"));
        answer(LOGISTICS, FETCH + "-undo", true);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(plan().path("state").asString()).isEqualTo("failed"));

        assertThat(step(0).path("compensation").path("state").asString()).isEqualTo("done");
        assertThat(step(1).path("reason").asString()).isEqualTo("The provider answered 422.");
        assertThat(told(11))
                .containsSubsequence(
                        "remedy-refused",
                        "execution-step-failed",
                        "solutions-proposed",
                        "compensation-started",
                        "compensation-completed");
        assertThat(provider.executed()).doesNotContainKey(remedyId);
    }

    @Test
    void after_a_restart_in_the_middle_of_an_order_it_is_asked_for_and_not_ordered_again() {
        provider.takesOrders(call -> call.id().equals(remedyId) ? Answer.executing(0) : Answer.executing(201));
        provider.answersQuestions(call -> call.id().equals(remedyId) ? Answer.status(500) : Answer.asItIs());
        chosen();
        answer(LOGISTICS, FETCH, true);
        answer(FINANCE, PAY, true);
        Awaitility.await().atMost(PATIENCE).until(() -> provider.executed().containsKey(remedyId));

        service.restart(stores, settings(), () -> provider.answersQuestions(_ -> Answer.asItIs()));

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(plan().path("state").asString()).isEqualTo("done"));
        assertThat(provider.executed()).containsEntry(remedyId, 1);
        assertThat(provider.calls("POST", remedyId)).hasSize(1);
    }

    @Test
    void an_execution_is_seen_by_those_whom_the_case_concerns_and_does_not_exist_for_others() {
        chosen();

        assertThat(service.as("max", "department:logistics").get(execution).status())
                .isEqualTo(200);
        assertThat(service.as("other", "frontline").get(execution).status()).isEqualTo(404);
        assertThat(service.as("max", "department:manufacturing").get(execution).status())
                .isEqualTo(404);
    }

    private JsonNode plan() {
        HttpTalk.Answer answer = service.as("andrei", "consultant").get(execution);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("plans").path(0);
    }

    private JsonNode step(int number) {
        return plan().path("steps").path(number);
    }

    private List<String> told(int atLeast) {
        return service.await(Topics.RESOLUTIONS, caseId.value(), atLeast).stream()
                .map(record -> String.valueOf(RunningService.headers(record).get("ce_type"))
                        .replace("redress.resolution.", "")
                        .replace(".v1", ""))
                .toList();
    }

    private void chosen() {
        Involvement involvement =
                new Involvement(FINANCE, RequestId.of(caseId, 1), RequestKind.SOLUTION, "Finance handles it.");
        publish(
                Topics.ROUTING,
                "routing",
                1,
                new CaseRouted(
                        caseId,
                        "overcharge",
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
        answer(FINANCE, RequestKind.SOLUTION, null, true);
        HttpTalk own = service.as("webshop", "frontline");
        String resolution = "/api/v1/cases/" + caseId + "/resolution";
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                own.get(resolution).json().path("state").asString())
                        .isEqualTo("proposed"));
        HttpTalk.Answer made = own.post(
                "/api/v1/cases/" + caseId + "/choice",
                "{\"proposalId\": \"p1\", \"optionId\": \"o1\"}",
                "If-Match",
                own.get(resolution).header("ETag"));
        assertThat(made.status()).as(made.body()).isEqualTo(200);
    }

    private void answer(DepartmentCode department, String stepId, boolean done) {
        answer(department, RequestKind.EXECUTION, stepId, done);
    }

    private void answer(DepartmentCode department, RequestKind kind, @Nullable String stepId, boolean done) {
        answers++;
        publish(
                Topics.DEPARTMENTS,
                "departments",
                answers,
                new RequestAnswered(
                        caseId,
                        RequestId.of(caseId, answers),
                        department,
                        kind,
                        stepId,
                        done,
                        "What we found.",
                        List.of(),
                        kind == RequestKind.EXECUTION ? List.of() : List.of(returned(), credit()),
                        "silvia",
                        NOW));
    }

    private static OptionIdea returned() {
        Money amount = new Money(new BigDecimal("49.90"), "EUR");
        return new OptionIdea(
                "refund",
                "We fetch it and pay it back.",
                amount,
                3,
                null,
                null,
                List.of(
                        new PlannedStep("fetch", LOGISTICS, "Fetch it.", List.of(), "Bring it back.", 1, null),
                        new PlannedStep(
                                "pay", FINANCE, "Pay.", List.of("fetch"), null, 1, new Remedy("refund", amount, null))),
                null);
    }

    private static OptionIdea credit() {
        return new OptionIdea("credit", "We take it off.", null, 0, "Only next month.");
    }

    private void publish(String topic, String stream, long seq, CaseEvent event) {
        service.publish(topic, stream, caseId.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
