package io.redress.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.CooperationEvent.KnowledgeContributed;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.KnowledgeEvent.KnowledgeSought;
import io.redress.contracts.KnowledgeEvent.KnownProblemLinked;
import io.redress.contracts.KnownProblemEvent.KnownProblemEnded;
import io.redress.contracts.KnownProblemEvent.KnownProblemRecorded;
import io.redress.contracts.Owner;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known problems and inquiries over HTTP and Kafka, on a real broker and the embedded store. */
class KnowledgeServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ControllableTime TIME = new ControllableTime(NOW);
    private static final String PROBLEMS = "/api/v1/known-problems";

    @TempDir
    static Path folder;

    private static RunningService service;
    private static HttpTalk finance;
    private static HttpTalk consultant;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());

    @BeforeAll
    static void start() {
        service = RunningService.start(RoutingApplication.class, "routing-service", folder, TIME);
        finance = service.as("felicia", "department:finance");
        consultant = service.as("andrei", "consultant");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R61", "R52"})
    void a_problem_seen_in_presales_is_linked_to_a_complaint_in_another_language_with_its_answer() {
        Answer recorded = record("lot-" + mark);
        assertThat(recorded.status()).isEqualTo(201);
        String problem = recorded.json().path("problemId").asString();
        assertThat(read(Topics.KNOWLEDGE, problem, 1)).isInstanceOfSatisfying(KnownProblemRecorded.class, it -> {
            assertThat(it.problem().seenIn()).containsExactly("presales");
            assertThat(it.by()).isEqualTo("felicia");
        });
        awaitIsRemembered("Your EX-300 of LOT " + mark + " was charged twice!");

        complain(caseId, "C-" + mark, "Your EX-300 of LOT " + mark + " was charged twice!");

        RequestRaised raised = (RequestRaised) read("redress.requests.finance.v1", caseId.value(), 1);
        assertThat(raised.knownAnswer()).isNotNull().satisfies(it -> {
            assertThat(it.problemId()).isEqualTo(problem);
            assertThat(it.findings()).isEqualTo("Prețul pompei a fost calculat de două ori.");
            assertThat(it.options()).hasSize(1);
        });
        assertThat(read(Topics.ROUTING, caseId.value(), 3)).isInstanceOfSatisfying(KnownProblemLinked.class, it -> {
            assertThat(it.requests()).containsExactly(raised.requestId());
            assertThat(it.reason())
                    .isEqualTo("The customer's words name the lot lot-" + mark
                            + " and the product EX-300, the customer is one of constructori, and the complaint is about"
                            + " overcharge.");
        });
        Answer routing = consultant.get("/api/v1/cases/" + caseId + "/routing", "Redress-At-Least", "routing=3");
        assertThat(routing.json().at("/knownProblems/0/problemId").asString()).isEqualTo(problem);
        assertThat(routing.json().at("/knownProblems/0/title").asString()).isEqualTo("Pompa a fost facturată dublu");
    }

    @Test
    void what_ended_is_linked_to_nothing_any_more_and_what_ends_by_itself_says_so() {
        Answer recorded = record("lot-" + mark);
        String one = PROBLEMS + "/" + recorded.json().path("problemId").asString();

        assertThat(finance.post(one + "/end", "{\"reason\":\"Repaired.\"}").problem())
                .isEqualTo("precondition-missing");
        Answer ended = finance.post(one + "/end", "{\"reason\":\"Repaired.\"}", "If-Match", recorded.header("ETag"));

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.json().path("status").asString()).isEqualTo("ended");
        assertThat(ended.json().at("/ended/reason").asString()).isEqualTo("Repaired.");
        assertThat(finance.post(one + "/end", "{\"reason\":\"Again.\"}", "If-Match", recorded.header("ETag"))
                        .problem())
                .isEqualTo("stale");
        assertThat(finance.post(one + "/end", "{\"reason\":\"Again.\"}", "If-Match", ended.header("ETag"))
                        .problem())
                .isEqualTo("ended");
        assertThat(read(Topics.KNOWLEDGE, recorded.json().path("problemId").asString(), 2))
                .isInstanceOf(KnownProblemEnded.class);
        assertThat(consultant.get(PROBLEMS + "?limit=200").body())
                .doesNotContain(recorded.json().path("problemId").asString());
        assertThat(consultant.get(PROBLEMS + "?limit=200&status=all").body())
                .contains(recorded.json().path("problemId").asString());
    }

    @Test
    void a_change_needs_to_know_what_it_changes_and_a_foreign_department_changes_nothing() {
        Answer recorded = record("lot-" + mark);
        String one = PROBLEMS + "/" + recorded.json().path("problemId").asString();
        String changed = body("lot-" + mark).replace("facturată dublu", "facturată triplu");

        Answer answer = finance.send("PUT", one, changed, "If-Match", recorded.header("ETag"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isNotEqualTo(recorded.header("ETag"));
        assertThat(finance.send("PUT", one, changed, "If-Match", recorded.header("ETag"))
                        .problem())
                .isEqualTo("stale");
        assertThat(service.as("luiza", "department:logistics")
                        .send(
                                "PUT",
                                one,
                                changed.replace("\"finance\"", "\"logistics\""),
                                "If-Match",
                                answer.header("ETag"))
                        .problem())
                .isEqualTo("forbidden");
        Answer read = service.as("luiza", "department:logistics").get(one, "Redress-At-Least", "knowledge=2");
        assertThat(read.json().path("title").asString()).isEqualTo("Pompa a fost facturată triplu");
        assertThat(read.json().at("/customerGroup/customers").asInt()).isEqualTo(1);
        assertThat(read.json().at("/customerGroup/references").isMissingNode()
                        || read.json().at("/customerGroup/references").isNull())
                .isTrue();
        assertThat(finance.get(one).json().at("/customerGroup/references/0").asString())
                .isEqualTo("C-" + mark);
    }

    @Test
    void what_is_sent_again_is_recorded_once_and_all_that_is_wrong_is_said_at_once() {
        Answer first = finance.post(PROBLEMS, body("lot-" + mark), "Idempotency-Key", mark);
        Answer again = finance.post(PROBLEMS, body("lot-" + mark), "Idempotency-Key", mark);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json().path("problemId")).isEqualTo(first.json().path("problemId"));
        assertThat(finance.post(PROBLEMS, body("another"), "Idempotency-Key", mark)
                        .problem())
                .isEqualTo("idempotency-key-reused");
        Answer wrong = finance.post(
                PROBLEMS,
                "{\"title\":\" \",\"department\":\"finance\",\"natures\":[],\"product\":{\"name\":\"!\"},\"findings\":\"x\"}",
                "Idempotency-Key",
                mark + "w");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.pointers()).containsExactlyInAnyOrder("/title", "/natures", "/product/name");
        Answer nothingToKnowItBy = finance.post(
                PROBLEMS,
                "{\"title\":\"x\",\"department\":\"finance\",\"natures\":[\"invoice\"],\"findings\":\"x\"}",
                "Idempotency-Key",
                mark + "n");
        assertThat(nothingToKnowItBy.pointers()).containsExactly("");
        assertThat(service.as("luiza", "department:logistics")
                        .post(PROBLEMS, body("lot-" + mark), "Idempotency-Key", mark)
                        .pointers())
                .containsExactly("/department");
        assertThat(service.as("webshop", "frontline").get(PROBLEMS).problem()).isEqualTo("forbidden");
        assertThat(consultant.get(PROBLEMS + "/kp-nonsense").problem()).isEqualTo("not-found");
    }

    @Test
    @Behaviour({"R61", "R68"})
    void whoever_had_contact_with_the_customer_is_asked_without_names_and_answers_without_owning_anything() {
        String customer = "C-" + mark;
        CaseId earlier = new CaseId(UUID.randomUUID().toString());
        complain(earlier, customer, "Where is my parcel?", "delivery");
        read("redress.requests.logistics.v1", earlier.value(), 1);
        complain(caseId, customer, "You charged me twice!");
        String inquiries = "/api/v1/cases/" + caseId + "/inquiries";
        read("redress.requests.finance.v1", caseId.value(), 1);

        Answer asked = consultant.post(
                inquiries,
                "{\"question\":\"Who has talked to Mrs Pop (" + customer + ") before the contract?\"}",
                "Idempotency-Key",
                mark);

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().path("question").asString())
                .isEqualTo("Who has talked to Mrs [name] ([customer]) before the contract?");
        assertThat(asked.json().path("departments").toString()).isEqualTo("[\"finance\",\"logistics\"]");
        assertThat(read("redress.requests.logistics.v1", caseId.value(), 1)).isInstanceOf(KnowledgeSought.class);
        assertThat(read("redress.requests.finance.v1", caseId.value(), 2)).isInstanceOf(KnowledgeSought.class);
        publish(
                Topics.DEPARTMENTS,
                "departments",
                caseId,
                1,
                new KnowledgeContributed(
                        caseId,
                        "c-1",
                        new DepartmentCode("logistics"),
                        "The order was changed twice.",
                        "Mihai",
                        "q1",
                        NOW));
        Answer seen = service.as("luiza", "department:logistics").get(inquiries, "Redress-At-Least", "departments=1");
        assertThat(seen.json().at("/inquiries/0/answers/0/by").asString()).isEqualTo("Mihai");
        assertThat(seen.json().at("/inquiries/0/answers/0/credited").asBoolean())
                .isFalse();
        assertThat(seen.json().at("/inquiries/0/status").asString()).isEqualTo("open");
        assertThat(service.as("catalin", "department:development")
                        .get(inquiries)
                        .problem())
                .isEqualTo("not-found");
        assertThat(service.as("catalin", "department:development")
                        .post(inquiries, "{\"question\":\"Who?\"}", "Idempotency-Key", mark)
                        .problem())
                .isEqualTo("not-found");
        TIME.advance(Duration.ofHours(25));
        await().until(
                        () -> consultant
                                .get(inquiries)
                                .json()
                                .at("/inquiries/0/status")
                                .asString(),
                        "ended"::equals);
    }

    private Answer record(String lot) {
        Answer recorded = finance.post(
                PROBLEMS, body(lot), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        return recorded;
    }

    private String body(String lot) {
        return """
                {"title": "Pompa a fost facturată dublu", "department": "finance", "natures": ["overcharge"],
                 "product": {"name": "EX-300", "aliases": ["Excavator 300"]}, "lot": {"name": "%s"},
                 "customerGroup": {"name": "constructori", "references": ["C-%s"]},
                 "words": {"ro": ["facturat de două ori"]}, "seenIn": ["presales"],
                 "findings": "Prețul pompei a fost calculat de două ori.",
                 "claims": [{"key": "refund.amount", "value": "100.00 RON"}],
                 "options": [{"kind": "refund", "title": "Banii înapoi", "days": 2}]}
                """.formatted(lot, mark);
    }

    /** Complaints of others show when the service has taken notice of what was recorded. */
    private void awaitIsRemembered(String words) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            CaseId probe = new CaseId(UUID.randomUUID().toString());
            complain(probe, "C-" + mark, words);
            var told = service.await(Topics.ROUTING, probe.value(), 2);
            return ((RequestRaised) Wire.read(
                                    RunningService.type(told.get(1)),
                                    told.get(1).value()))
                            .knownAnswer()
                    != null;
        });
    }

    private void complain(CaseId id, String customer, String words) {
        complain(id, customer, words, "overcharge");
    }

    private void complain(CaseId id, String customer, String words, String nature) {
        publish(
                Topics.COMPLAINTS,
                "intake",
                id,
                1,
                new ComplaintReceived(
                        id,
                        null,
                        "webshop",
                        new Customer(customer, Customer.Tier.STANDARD),
                        "web",
                        "en",
                        words,
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        NOW));
        publish(
                Topics.COMPLAINTS,
                "intake",
                id,
                2,
                new ComplaintDiagnosed(
                        id,
                        List.of(new Hypothesis(nature, Cause.SERVICE_FAILURE, 0.9, List.of(), "test")),
                        -0.3,
                        false,
                        false,
                        "test",
                        NOW));
    }

    private static void publish(String topic, String stream, CaseId id, long seq, CaseEvent event) {
        service.publish(topic, stream, id.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }

    /** The {@code number}-th event there, from 1. */
    private static CaseEvent read(String topic, String key, int number) {
        var record = service.await(topic, key, number).get(number - 1);
        return Wire.read(RunningService.type(record), record.value());
    }
}
