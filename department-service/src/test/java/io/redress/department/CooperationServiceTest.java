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
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Claim;
import io.redress.contracts.CooperationEvent;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.EventTypes;
import io.redress.contracts.KnownAnswer;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How departments and the front desk help each other, on a real broker and the embedded store. */
class CooperationServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final ControllableTime TIME = new ControllableTime(NOW);
    private static final DepartmentCode MARKETING = new DepartmentCode("marketing-pr");

    @TempDir
    static Path folder;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final RequestId r1 = RequestId.of(caseId, 1);
    private final RequestId r2 = RequestId.of(caseId, 2);
    private final String theCase = "/api/v1/cases/" + caseId;
    private long seq;

    @BeforeAll
    static void start() {
        service = RunningService.start(DepartmentApplication.class, "department-service", folder, TIME);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R58", "R94"})
    void a_question_back_stops_the_departments_clock_until_the_owner_has_answered() {
        ask();
        Answer asked = reply(r1, FINANCE, "q1", """
                {"type": "question", "by": "Silvia", "text": "Which of the two invoices?"}""");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().at("/questions/0/to").asString()).isEqualTo("consultant:andrei");
        Instant since = Instant.parse(asked.json().at("/clock/stoppedSince").asString());
        Instant due = Instant.parse(asked.json().path("dueAt").asString());

        TIME.advance(Duration.ofMinutes(10));
        String answer = "{\"text\": \"The one of March.\"}";
        String question = theCase + "/questions/question-1/answer";
        assertThat(department(LOGISTICS).post(question, answer).problem()).isEqualTo("not-found");
        assertThat(service.as("eve", "supervisor").post(question, answer).problem())
                .isEqualTo("forbidden");
        assertThat(consultant().post(question, "{\"text\": \" \", \"mood\": 1}").pointers())
                .containsExactlyInAnyOrder("/text", "/mood");
        Answer answered = consultant().post(question, answer);

        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.header("Redress-Position")).isEqualTo("departments=3");
        JsonNode part = answered.json().at("/requests/0");
        Instant now = Instant.parse(part.at("/questions/0/answer/answeredAt").asString());
        assertThat(Instant.parse(part.path("dueAt").asString())).isEqualTo(due.plus(Duration.between(since, now)));
        assertThat(part.at("/clock/stoodStillSeconds").asLong()).isGreaterThanOrEqualTo(600);
        assertThat(part.at("/clock/stoppedSince").isMissingNode()).isTrue();
        assertThat(consultant().post(question, answer).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(consultant().post(question, answer.replace("March", "April")).problem())
                .isEqualTo("already-answered");
        assertThat(told(CooperationEvent.QuestionAnswered.class).dueAt())
                .isEqualTo(Instant.parse(part.path("dueAt").asString()));
    }

    @Test
    @Behaviour({"R57", "R60", "R85"})
    void a_department_gets_help_and_everybody_involved_sees_how_the_whole_case_goes() {
        ask();
        assertThat(reply(r1, FINANCE, "h1", help("finance")).pointers()).containsExactly("/from");
        assertThat(reply(r1, FINANCE, "h1", help("logistics").replace("INFORMATION", "EXECUTION"))
                        .pointers())
                .containsExactly("/kind");
        assertThat(reply(r1, FINANCE, "h1", help("logistics"))
                        .json()
                        .at("/helps/0/state")
                        .asString())
                .isEqualTo("requested");
        var wanted = told(CooperationEvent.HelpRequested.class);
        assertThat(department(LOGISTICS).get(theCase + "/cooperation").problem())
                .isEqualTo("not-found");

        raise(r2, wanted.from(), wanted.kind(), wanted.subject(), r1, null);
        say(new DepartmentReply.Question("q1", r2, LOGISTICS, "depot", "Which parcel?"));
        awaitIn(theCase + "/cooperation", department(LOGISTICS), "/requests/1/questions/0/to", "department:finance");
        assertThat(consultant()
                        .post(theCase + "/questions/question-1/answer", "{\"text\": \"The second.\"}")
                        .problem())
                .isEqualTo("not-found");
        assertThat(department(FINANCE)
                        .post(theCase + "/questions/question-1/answer", "{\"text\": \"The second.\"}")
                        .status())
                .isEqualTo(200);
        say(new DepartmentReply.Answer("a1", r2, LOGISTICS, "depot", true, "It left on Monday.", null, null));
        awaitIn(theCase + "/cooperation", department(FINANCE), "/requests/0/helps/0/state", "answered");

        for (HttpTalk reader : List.of(department(FINANCE), department(LOGISTICS), consultant(), auditor())) {
            Answer whole = reader.get(theCase + "/cooperation");
            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.header("ETag")).isNotEmpty();
            assertThat(whole.json().at("/requests/0/helps/0/answer/findings").asString())
                    .isEqualTo("It left on Monday.");
            assertThat(whole.json().at("/requests/1/parent").asString()).isEqualTo(r1.value());
            assertThat(whole.body()).doesNotContain("C-4711");
        }
        assertThat(department(LOGISTICS).get(theCase + "/cooperation").body()).contains("You charged me twice!");
        assertThat(auditor().get(theCase + "/cooperation").body()).doesNotContain("You charged me twice!");
        assertThat(department(MARKETING).get(theCase + "/cooperation").problem())
                .isEqualTo("not-found");
        assertThat(service.as("app", "frontline").get(theCase + "/cooperation").problem())
                .isEqualTo("forbidden");
    }

    @Test
    void help_is_released_when_the_department_answers_without_it() {
        ask();
        reply(r1, FINANCE, "h1", help("logistics"));

        assertThat(reply(r1, FINANCE, "a1", answer(""))
                        .json()
                        .at("/helps/0/state")
                        .asString())
                .isEqualTo("released");
        assertThat(told(CooperationEvent.HelpReleased.class).helpId()).isEqualTo("help-1");
    }

    @Test
    @Behaviour({"R51", "R52", "R68"})
    void who_has_no_part_in_a_case_contributes_and_the_answer_that_uses_it_gives_the_credit() {
        ask();
        Answer contributed = department(MARKETING)
                .post(theCase + "/contributions", "{\"text\": \"It was promised so.\"}", "Idempotency-Key", "k1");
        assertThat(contributed.status()).isEqualTo(201);
        assertThat(contributed.header("Location")).isEqualTo(theCase + "/cooperation");
        assertThat(contributed.json().path("requests")).isEmpty();
        assertThat(contributed.json().path("words").isMissingNode()).isTrue();
        assertThat(department(MARKETING)
                        .post(theCase + "/contributions", "{\"text\": \"Not.\"}", "Idempotency-Key", "k1")
                        .problem())
                .isEqualTo("idempotency-key-reused");
        say(new DepartmentReply.Contribution("c1", caseId, LOGISTICS, "depot", "It left on Monday.", "q1"));
        awaitIn(theCase + "/cooperation", consultant(), "/contributions/1/contributionId", "contribution-2");

        assertThat(reply(r1, FINANCE, "a1", answer(", \"cites\": [\"contribution-3\"]"))
                        .pointers())
                .containsExactly("/cites");
        reply(r1, FINANCE, "a1", answer(", \"cites\": [\"contribution-1\"]"));

        JsonNode mine = department(MARKETING).get(theCase + "/cooperation").json();
        assertThat(mine.path("contributions")).hasSize(1);
        assertThat(mine.at("/contributions/0/usedIn/0").asString()).isEqualTo(r1.value());
        JsonNode all = department(FINANCE).get(theCase + "/cooperation").json();
        assertThat(all.path("contributions")).hasSize(2);
        assertThat(all.at("/contributions/1/usedIn")).isEmpty();
        assertThat(told(DepartmentEvent.RequestAnswered.class).cites()).containsExactly("contribution-1");
        assertThat(told(CooperationEvent.KnowledgeContributed.class).department())
                .isEqualTo(MARKETING);
    }

    @Test
    @Behaviour("R64")
    void evidence_changes_no_state_no_date_and_no_order_of_work() {
        ask();
        String request = "/api/v1/departments/finance/requests/" + r1;
        String before = department(FINANCE).get(request).body();
        String worklist = department(FINANCE)
                .get("/api/v1/departments/finance/worklist?limit=200")
                .body();

        Answer attached = department(MARKETING)
                .post(
                        theCase + "/evidence",
                        "{\"title\": \"The signed contract\", \"href\": \"https://files.customer.example/c.pdf\"}",
                        "Idempotency-Key",
                        "e1");
        say(new DepartmentReply.Evidence("e1", caseId, FINANCE, "ledger", "The invoice", null));
        awaitIn(theCase + "/cooperation", consultant(), "/evidence/1/title", "The invoice");

        assertThat(attached.status()).isEqualTo(201);
        assertThat(department(FINANCE).get(request).body()).isEqualTo(before);
        assertThat(department(FINANCE)
                        .get("/api/v1/departments/finance/worklist?limit=200")
                        .body())
                .isEqualTo(worklist);
        assertThat(told(CooperationEvent.EvidenceAttached.class).title()).isEqualTo("The signed contract");
    }

    @Test
    @Behaviour("R87")
    void a_short_question_is_asked_answered_and_recorded_beside_all_forms() {
        ask();
        String path = theCase + "/informal-questions";
        assertThat(consultant()
                        .post(path, "{\"to\": \"customer\", \"text\": \"Well?\"}", "Idempotency-Key", "i0")
                        .pointers())
                .containsExactly("/to");
        assertThat(consultant()
                        .post(
                                path,
                                "{\"to\": \"department:marketing-pr\", \"text\": \"" + "x".repeat(301) + "\"}",
                                "Idempotency-Key",
                                "i0")
                        .pointers())
                .containsExactly("/text");
        Answer asked = department(FINANCE)
                .post(
                        path,
                        "{\"to\": \"department:marketing-pr\", \"text\": \"Seen before?\"}",
                        "Idempotency-Key",
                        "i1");
        assertThat(asked.status()).isEqualTo(201);
        String answer = path + "/informal-1/answer";
        assertThat(department(LOGISTICS).post(answer, "{\"text\": \"Yes.\"}").problem())
                .isEqualTo("not-found");
        assertThat(department(MARKETING)
                        .get(theCase + "/cooperation")
                        .json()
                        .at("/informalQuestions/0/text")
                        .asString())
                .isEqualTo("Seen before?");
        assertThat(department(MARKETING)
                        .post(answer, "{\"text\": \"Yes.\"}")
                        .json()
                        .at("/informalQuestions/0/answer/by")
                        .asString())
                .isEqualTo("of-marketing-pr");

        JsonNode whole = department(FINANCE).get(theCase + "/cooperation").json();
        assertThat(whole.at("/informalQuestions/0/answer/text").asString()).isEqualTo("Yes.");
        assertThat(whole.at("/requests/0/state").asString()).isEqualTo("open");
        assertThat(whole.at("/requests/0/questions")).isEmpty();
        assertThat(told(CooperationEvent.InformalQuestionAnswered.class).by()).isEqualTo("of-marketing-pr");
    }

    @Test
    @Behaviour("R61")
    void what_is_known_already_is_answered_at_once_and_says_so() {
        route();
        raise(
                r1,
                FINANCE,
                RequestKind.SOLUTION,
                "Look into it.",
                null,
                new KnownAnswer(
                        "kp-7",
                        "Sent twice",
                        "Same month.",
                        "One of them is void.",
                        List.of(new Claim("invoice.void", "The second one", null)),
                        List.of(),
                        "Felicia Marin"));

        var answered = told(DepartmentEvent.RequestAnswered.class);
        assertThat(answered.by()).isEqualTo("Felicia Marin");
        assertThat(answered.findings()).isEqualTo("One of them is void.");
        Answer seen = department(FINANCE).get("/api/v1/departments/finance/requests/" + r1);
        assertThat(seen.json().at("/preAnswered/problemId").asString()).isEqualTo("kp-7");
        assertThat(seen.json().path("state").asString()).isEqualTo("answered");
        assertThat(department(FINANCE)
                        .post(theCase + "/contributions", "{\"text\": \"Both are.\"}", "Idempotency-Key", "k")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void what_a_system_may_not_say_is_a_dead_letter_and_an_unknown_case_does_not_exist() {
        ask();
        say(new DepartmentReply.Question("q", r1, LOGISTICS, "depot", "What is it?"));
        say(new DepartmentReply.Help("h", r1, FINANCE, "ledger", FINANCE, RequestKind.INFORMATION, "Help us."));
        say(new DepartmentReply.Help(
                "i",
                r1,
                FINANCE,
                "ledger",
                LOGISTICS,
                RequestKind.INFORMATION,
                "Help us.",
                Map.of("order", "the last one")));

        assertThat(service.await(Topics.DEPARTMENT_REPLIES + ".department-dlt", caseId.value(), 3))
                .extracting(it -> RunningService.headers(it).get("redress_refusal_code"))
                .containsExactly("not-your-request", "own-department", "unfit-request");
        String elsewhere = "/api/v1/cases/" + UUID.randomUUID();
        assertThat(consultant()
                        .post(elsewhere + "/contributions", "{\"text\": \"Hm.\"}", "Idempotency-Key", "k")
                        .problem())
                .isEqualTo("not-found");
        assertThat(consultant().get(elsewhere + "/cooperation").problem()).isEqualTo("not-found");
        assertThat(consultant()
                        .post(theCase + "/contributions", "{\"text\": \"Hm.\"}")
                        .problem())
                .isEqualTo("idempotency-key-missing");
    }

    @Test
    @Behaviour({"R66", "R67"})
    void help_in_another_form_is_refused_at_once_with_all_that_is_wrong_or_converted() {
        ask();
        String wrong = help("logistics").replace("}", ", \"fields\": {\"order\": \"the last one\", \"a/b\": \"red\"}}");
        Answer refused = reply(r1, FINANCE, "h1", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/fields/order", "/fields/a~1b");
        assertThat(refused.body()).contains("SO-77182", "needed-by");
        assertThat(reply(r1, FINANCE, "h1", wrong.replace("\"red\"", "null")).pointers())
                .containsExactly("/fields/a~1b");

        String right = help("logistics")
                .replace("}", ", \"fields\": {\"Comanda\": \"so-77 182\", \"needed_by\": \"1.12.2026\"}}");
        assertThat(reply(r1, FINANCE, "h2", right).status()).isEqualTo(201);
        assertThat(told(CooperationEvent.HelpRequested.class).fields())
                .isEqualTo(Map.of("order", "SO-77182", "needed-by", "2026-12-01"));
    }

    private static HttpTalk department(DepartmentCode code) {
        return service.as("of-" + code, "department:" + code);
    }

    private static HttpTalk consultant() {
        return service.as("andrei", "consultant");
    }

    private static HttpTalk auditor() {
        return service.as("ioana", "auditor");
    }

    private static String help(String from) {
        return "{\"type\": \"help\", \"by\": \"Silvia\", \"from\": \"" + from
                + "\", \"kind\": \"INFORMATION\", \"subject\": \"When did it leave?\"}";
    }

    private static String answer(String more) {
        return "{\"type\": \"answer\", \"by\": \"Silvia\", \"done\": true, \"findings\": \"It is there twice.\"" + more
                + "}";
    }

    private static Answer reply(RequestId id, DepartmentCode code, String key, String json) {
        return department(code)
                .post("/api/v1/departments/" + code + "/requests/" + id + "/replies", json, "Idempotency-Key", key);
    }

    private void say(DepartmentReply reply) {
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), Wire.write(reply)));
    }

    /** The case is routed, and finance is asked; waits until both are here. */
    private void ask() {
        route();
        raise(r1, FINANCE, RequestKind.SOLUTION, "Look into it.", null, null);
        awaitIn("/api/v1/departments/finance/requests/" + r1, department(FINANCE), "/state", "open");
    }

    private void route() {
        publish(new CaseRouted(
                caseId,
                "overcharge",
                Cause.SERVICE_FAILURE,
                FINANCE,
                List.of(),
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                new Customer("C-4711", Customer.Tier.STANDARD),
                "app",
                "en",
                "overcharge",
                NOW,
                NOW));
    }

    private void raise(
            RequestId id,
            DepartmentCode department,
            RequestKind kind,
            String subject,
            @Nullable RequestId parent,
            @Nullable KnownAnswer known) {
        publish(new RequestRaised(
                caseId,
                id,
                department,
                kind,
                "overcharge",
                subject,
                "You charged me twice!",
                "en",
                null,
                NOW,
                NOW.plus(Duration.ofDays(1)),
                parent,
                null,
                known));
    }

    private void publish(CaseEvent event) {
        service.publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                ++seq,
                EventTypes.wireName(event.getClass()),
                Wire.write(event));
    }

    private static void awaitIn(String path, HttpTalk reader, String pointer, String value) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(reader.get(path).json().at(pointer).asString(""))
                                .isEqualTo(value));
    }

    /** The first event of this kind that the others are told about the case. */
    private <T extends DepartmentEvent> T told(Class<T> type) {
        var record = service.await(Topics.DEPARTMENTS, caseId.value(), 1, EventTypes.wireName(type))
                .getFirst();
        return type.cast(Wire.read(RunningService.type(record), record.value()));
    }
}
