package io.redress.department;

import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseId;
import io.redress.contracts.Claim;
import io.redress.contracts.CooperationEvent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.KnownAnswer;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private final AskedCase given = new AskedCase(() -> service, NOW);
    private final CaseId caseId = given.id();
    private final RequestId r1 = given.request(1);
    private final RequestId r2 = given.request(2);
    private final String theCase = "/api/v1/cases/" + caseId;

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
        Answer asked = given.reply(r1, FINANCE, "q1", """
                {"type": "question", "by": "Silvia", "text": "Which of the two invoices?"}""");
        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.json().at("/questions/0/to").asString()).isEqualTo("consultant:andrei");
        Instant since = Instant.parse(asked.json().at("/clock/stoppedSince").asString());
        Instant due = Instant.parse(asked.json().path("dueAt").asString());

        TIME.advance(Duration.ofMinutes(10));
        String answer = "{\"text\": \"The one of March.\"}";
        String question = theCase + "/questions/question-1/answer";
        assertThat(given.department(LOGISTICS).post(question, answer).problem()).isEqualTo("not-found");
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
        assertThat(given.told(CooperationEvent.QuestionAnswered.class).dueAt())
                .isEqualTo(Instant.parse(part.path("dueAt").asString()));
    }

    @Test
    @Behaviour({"R56", "R57", "R60", "R85"})
    void a_department_gets_help_and_everybody_involved_sees_how_the_whole_case_goes() {
        ask();
        assertThat(given.reply(r1, FINANCE, "h1", help("finance")).pointers()).containsExactly("/from");
        assertThat(given.reply(r1, FINANCE, "h1", help("logistics").replace("INFORMATION", "EXECUTION"))
                        .pointers())
                .containsExactly("/kind");
        assertThat(given.reply(r1, FINANCE, "h1", help("logistics"))
                        .json()
                        .at("/helps/0/state")
                        .asString())
                .isEqualTo("requested");
        var wanted = given.told(CooperationEvent.HelpRequested.class);
        assertThat(given.department(LOGISTICS).get(theCase + "/cooperation").problem())
                .isEqualTo("not-found");

        given.raise(r2, wanted.from(), wanted.kind(), wanted.subject(), r1, null);
        given.say(new DepartmentReply.Question("q1", r2, LOGISTICS, "depot", "Which parcel?"));
        AskedCase.awaitIn(
                theCase + "/cooperation",
                given.department(LOGISTICS),
                "/requests/1/questions/0/to",
                "department:finance");
        assertThat(consultant()
                        .post(theCase + "/questions/question-1/answer", "{\"text\": \"The second.\"}")
                        .problem())
                .isEqualTo("not-found");
        assertThat(given.department(FINANCE)
                        .post(theCase + "/questions/question-1/answer", "{\"text\": \"The second.\"}")
                        .status())
                .isEqualTo(200);
        given.say(new DepartmentReply.Answer("a1", r2, LOGISTICS, "depot", true, "It left on Monday.", null, null));
        AskedCase.awaitIn(theCase + "/cooperation", given.department(FINANCE), "/requests/0/helps/0/state", "answered");

        for (HttpTalk reader :
                List.of(given.department(FINANCE), given.department(LOGISTICS), consultant(), auditor())) {
            Answer whole = reader.get(theCase + "/cooperation");
            assertThat(whole.status()).isEqualTo(200);
            assertThat(whole.header("ETag")).isNotEmpty();
            assertThat(whole.json().at("/requests/0/helps/0/answer/findings").asString())
                    .isEqualTo("It left on Monday.");
            assertThat(whole.json().at("/requests/1/parent").asString()).isEqualTo(r1.value());
            assertThat(whole.body()).doesNotContain("C-4711");
            assertThat(whole.json().path("effort").toString())
                    .isEqualTo(
                            "{\"departments\":2,\"handOffs\":0,\"helps\":1,\"questions\":1,\"informalQuestions\":0}");
        }
        assertThat(given.department(LOGISTICS).get(theCase + "/cooperation").body())
                .contains("You charged me twice!");
        assertThat(auditor().get(theCase + "/cooperation").body()).doesNotContain("You charged me twice!");
        assertThat(given.department(MARKETING).get(theCase + "/cooperation").problem())
                .isEqualTo("not-found");
        assertThat(service.as("app", "frontline").get(theCase + "/cooperation").problem())
                .isEqualTo("forbidden");
    }

    @Test
    void help_is_released_when_the_department_answers_without_it() {
        ask();
        given.reply(r1, FINANCE, "h1", help("logistics"));

        assertThat(given.reply(r1, FINANCE, "a1", answer(""))
                        .json()
                        .at("/helps/0/state")
                        .asString())
                .isEqualTo("released");
        assertThat(given.told(CooperationEvent.HelpReleased.class).helpId()).isEqualTo("help-1");
    }

    @Test
    @Behaviour({"R51", "R52", "R68"})
    void who_has_no_part_in_a_case_contributes_and_the_answer_that_uses_it_gives_the_credit() {
        ask();
        Answer contributed = given.department(MARKETING)
                .post(theCase + "/contributions", "{\"text\": \"It was promised so.\"}", "Idempotency-Key", "k1");
        assertThat(contributed.status()).isEqualTo(201);
        assertThat(contributed.header("Location")).isEqualTo(theCase + "/cooperation");
        assertThat(contributed.json().path("requests")).isEmpty();
        assertThat(contributed.json().path("words").isMissingNode()).isTrue();
        assertThat(given.department(MARKETING)
                        .post(theCase + "/contributions", "{\"text\": \"Not.\"}", "Idempotency-Key", "k1")
                        .problem())
                .isEqualTo("idempotency-key-reused");
        given.say(new DepartmentReply.Contribution("c1", caseId, LOGISTICS, "depot", "It left on Monday.", "q1"));
        AskedCase.awaitIn(theCase + "/cooperation", consultant(), "/contributions/1/contributionId", "contribution-2");

        assertThat(given.reply(r1, FINANCE, "a1", answer(", \"cites\": [\"contribution-3\"]"))
                        .pointers())
                .containsExactly("/cites");
        given.reply(r1, FINANCE, "a1", answer(", \"cites\": [\"contribution-1\"]"));

        JsonNode mine =
                given.department(MARKETING).get(theCase + "/cooperation").json();
        assertThat(mine.path("contributions")).hasSize(1);
        assertThat(mine.at("/contributions/0/usedIn/0").asString()).isEqualTo(r1.value());
        JsonNode all = given.department(FINANCE).get(theCase + "/cooperation").json();
        assertThat(all.path("contributions")).hasSize(2);
        assertThat(all.at("/contributions/1/usedIn")).isEmpty();
        assertThat(given.told(DepartmentEvent.RequestAnswered.class).cites()).containsExactly("contribution-1");
        assertThat(given.told(CooperationEvent.KnowledgeContributed.class).department())
                .isEqualTo(MARKETING);
    }

    @Test
    @Behaviour("R64")
    void evidence_changes_no_state_no_date_and_no_order_of_work() {
        ask();
        String request = "/api/v1/departments/finance/requests/" + r1;
        String before = given.department(FINANCE).get(request).body();
        String worklist = given.department(FINANCE)
                .get("/api/v1/departments/finance/worklist?limit=200")
                .body();

        Answer attached = given.department(MARKETING)
                .post(
                        theCase + "/evidence",
                        "{\"title\": \"The signed contract\", \"href\": \"https://files.customer.example/c.pdf\"}",
                        "Idempotency-Key",
                        "e1");
        given.say(new DepartmentReply.Evidence("e1", caseId, FINANCE, "ledger", "The invoice", null));
        AskedCase.awaitIn(theCase + "/cooperation", consultant(), "/evidence/1/title", "The invoice");

        assertThat(attached.status()).isEqualTo(201);
        assertThat(given.department(FINANCE).get(request).body()).isEqualTo(before);
        assertThat(given.department(FINANCE)
                        .get("/api/v1/departments/finance/worklist?limit=200")
                        .body())
                .isEqualTo(worklist);
        assertThat(given.told(CooperationEvent.EvidenceAttached.class).title()).isEqualTo("The signed contract");
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
        Answer asked = given.department(FINANCE)
                .post(
                        path,
                        "{\"to\": \"department:marketing-pr\", \"text\": \"Seen before?\"}",
                        "Idempotency-Key",
                        "i1");
        assertThat(asked.status()).isEqualTo(201);
        String answer = path + "/informal-1/answer";
        assertThat(given.department(LOGISTICS)
                        .post(answer, "{\"text\": \"Yes.\"}")
                        .problem())
                .isEqualTo("not-found");
        assertThat(given.department(MARKETING)
                        .get(theCase + "/cooperation")
                        .json()
                        .at("/informalQuestions/0/text")
                        .asString())
                .isEqualTo("Seen before?");
        assertThat(given.department(MARKETING)
                        .post(answer, "{\"text\": \"Yes.\"}")
                        .json()
                        .at("/informalQuestions/0/answer/by")
                        .asString())
                .isEqualTo("of-marketing-pr");

        JsonNode whole = given.department(FINANCE).get(theCase + "/cooperation").json();
        assertThat(whole.at("/informalQuestions/0/answer/text").asString()).isEqualTo("Yes.");
        assertThat(whole.at("/requests/0/state").asString()).isEqualTo("open");
        assertThat(whole.at("/requests/0/questions")).isEmpty();
        assertThat(given.told(CooperationEvent.InformalQuestionAnswered.class).by())
                .isEqualTo("of-marketing-pr");
    }

    @Test
    @Behaviour("R61")
    void what_is_known_already_is_answered_at_once_and_says_so() {
        given.route(FINANCE);
        given.raise(
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

        var answered = given.told(DepartmentEvent.RequestAnswered.class);
        assertThat(answered.by()).isEqualTo("Felicia Marin");
        assertThat(answered.findings()).isEqualTo("One of them is void.");
        Answer seen = given.department(FINANCE).get("/api/v1/departments/finance/requests/" + r1);
        assertThat(seen.json().at("/preAnswered/problemId").asString()).isEqualTo("kp-7");
        assertThat(seen.json().path("state").asString()).isEqualTo("answered");
        assertThat(given.department(FINANCE)
                        .post(theCase + "/contributions", "{\"text\": \"Both are.\"}", "Idempotency-Key", "k")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void what_a_system_may_not_say_is_a_dead_letter_and_an_unknown_case_does_not_exist() {
        ask();
        given.say(new DepartmentReply.Question("q", r1, LOGISTICS, "depot", "What is it?"));
        given.say(new DepartmentReply.Help("h", r1, FINANCE, "ledger", FINANCE, RequestKind.INFORMATION, "Help us."));
        given.say(new DepartmentReply.Help(
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
        Answer refused = given.reply(r1, FINANCE, "h1", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/fields/order", "/fields/a~1b");
        assertThat(refused.body()).contains("SO-77182", "needed-by");
        assertThat(given.reply(r1, FINANCE, "h1", wrong.replace("\"red\"", "null"))
                        .pointers())
                .containsExactly("/fields/a~1b");

        String right = help("logistics")
                .replace("}", ", \"fields\": {\"Comanda\": \"so-77 182\", \"needed_by\": \"1.12.2026\"}}");
        assertThat(given.reply(r1, FINANCE, "h2", right).status()).isEqualTo(201);
        assertThat(given.told(CooperationEvent.HelpRequested.class).fields())
                .isEqualTo(Map.of("order", "SO-77182", "needed-by", "2026-12-01"));
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

    /** The case is routed, and finance is asked; waits until both are here. */
    private void ask() {
        given.route(FINANCE);
        given.raise(r1, FINANCE, RequestKind.SOLUTION, "Look into it.", null, null);
        AskedCase.awaitIn("/api/v1/departments/finance/requests/" + r1, given.department(FINANCE), "/state", "open");
    }
}
