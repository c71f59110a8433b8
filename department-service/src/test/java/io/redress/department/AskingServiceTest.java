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
import io.redress.contracts.Cause;
import io.redress.contracts.Claim;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.io.IOException;
import java.nio.file.Files;
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

/** How a department is asked that needs something to begin, on a real broker and the embedded store. */
class AskingServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration OLA = Duration.ofDays(1);
    private static final ControllableTime TIME = new ControllableTime(NOW);
    private static final DepartmentCode MARKETING = new DepartmentCode("marketing-pr");

    private static final String CHARTERS = """
            charters:
              - department: logistics
                request:
                  fields:
                    - {name: order, meaning: number of the order, form: NUMBER, example: SO-77182, also: [comanda]}
                    - {name: product, meaning: what is to be moved, example: Heater 300, known: PRODUCT}
                    - name: purchase-request
                      meaning: number of the approved purchase request
                      form: NUMBER
                      example: PR-20417
                      suppliedBy: marketing-pr
                      prerequisite: true
            """;

    @TempDir
    static Path folder;

    private static RunningService service;

    private final AskedCase given = new AskedCase(() -> service, NOW);
    private final CaseId caseId = given.id();
    private final RequestId r1 = given.request(1);
    private final RequestId r2 = given.request(2);
    private final String theCase = "/api/v1/cases/" + caseId;

    @BeforeAll
    static void start() throws IOException {
        Path charters = Files.writeString(folder.resolve("charters.yaml"), CHARTERS);
        service = RunningService.start(
                DepartmentApplication.class,
                "department-service",
                folder.resolve("service"),
                TIME,
                Map.of("redress.department.charters", charters.toUri().toString()));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R57", "R58", "R66", "R79", "R90", "R93"})
    void a_consultant_is_told_at_once_what_is_missing_and_asks_again_with_the_template() {
        route();
        Answer refused = ask(consultant(), "k1", wanting("Send another one.", "{}"));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/fields/order", "/fields/purchase-request");
        JsonNode remedy = refused.json().path("remedy");
        assertThat(remedy.path("department").asString()).isEqualTo("logistics");
        assertThat(remedy.at("/missing/1").toString())
                .contains("PR-20417", "\"suppliedBy\":\"marketing-pr\"", "\"prerequisite\":true");
        assertThat(remedy.path("filled").toString())
                .isEqualTo(
                        "[{\"field\":\"product\",\"value\":\"Heater 300\",\"source\":\"the complaint: its product\"}]");
        assertThat(remedy.path("template").toString())
                .isEqualTo("{\"order\":\"\",\"product\":\"Heater 300\",\"purchase-request\":\"\"}");
        assertThat(cooperation().path("wanted")).isEmpty();

        String complete = wanting("Send another one.", "{\"comanda\": \"so 1\", \"purchase-request\": \"PR-1\"}");
        Answer asked = ask(consultant(), "k2", complete);

        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.header("Location")).isEqualTo(theCase + "/cooperation");
        assertThat(asked.header("Redress-Position")).startsWith("departments=");
        assertThat(asked.json().path("askedId").asString()).isEqualTo("wanted-1");
        assertThat(asked.json().at("/filled/0/field").asString()).isEqualTo("product");
        assertThat(ask(consultant(), "k2", complete).header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(ask(consultant(), "k2", complete.replace("PR-1", "PR-2")).problem())
                .isEqualTo("idempotency-key-reused");
        RequestWanted wanted = given.told(RequestWanted.class);
        assertThat(wanted.requester().value()).isEqualTo("consultant:andrei");
        assertThat(wanted.fields())
                .isEqualTo(Map.of("order", "SO1", "product", "Heater 300", "purchase-request", "PR-1"));
        assertThat(wanted.wantedBy()).isEqualTo(Instant.parse("2027-03-02T15:00:00Z"));
        assertThat(cooperation().at("/wanted/0/state").asString()).isEqualTo("requested");

        raise(r1, LOGISTICS, null, wanted.fields(), "wanted-1", "It is late.");
        AskedCase.awaitIn(theCase + "/cooperation", consultant(), "/wanted/0/state", "open");
        JsonNode request = given.department(LOGISTICS).get(requestPath(r1)).json();
        assertThat(request.path("wantedBy").asString()).isEqualTo("2027-03-02T15:00:00Z");
        assertThat(request.at("/filled/0/source").asString()).isEqualTo("the complaint: its product");
        given.department(LOGISTICS).post(requestPath(r1) + "/replies", """
                {"type": "answer", "by": "depot", "done": true, "findings": "It is on its way."}""", "Idempotency-Key", "a1");
        assertThat(cooperation().at("/wanted/0/answer/findings").asString()).isEqualTo("It is on its way.");
    }

    @Test
    @Behaviour({"R57", "R66"})
    void a_department_asks_for_its_own_request_and_gets_a_prerequisite_with_the_call_it_is_told() {
        route();
        raise(r1, FINANCE, null, null, null, "It is late.");
        AskedCase.awaitIn(requestPath(FINANCE, r1), given.department(FINANCE), "/state", "open");
        String helping = wanting("Where is it?", "{\"order\": \"SO-1\"}")
                .replaceFirst("\\{", "{\"forRequest\": \"" + r1 + "\", ");

        Answer refused = ask(given.department(FINANCE), "k1", helping);
        assertThat(refused.pointers()).containsExactly("/fields/purchase-request");
        JsonNode call = refused.json().at("/remedy/missing/0/ask");
        Answer issuing = given.department(FINANCE)
                .post(call.path("href").asString(), call.path("body").toString(), "Idempotency-Key", "k2");

        assertThat(issuing.status()).as(issuing.body()).isEqualTo(202);
        HelpRequested help = given.told(HelpRequested.class);
        assertThat(help.requestId()).isEqualTo(r1);
        assertThat(help.from()).isEqualTo(MARKETING);
        raise(r2, MARKETING, r1, null, null, "It is late.");
        AskedCase.awaitIn(theCase + "/cooperation", consultant(), "/requests/0/helps/0/state", "open");
        given.department(MARKETING).post(requestPath(MARKETING, r2) + "/replies", """
                {"type": "answer", "by": "maria", "done": true, "findings": "Issued.",
                 "claims": [{"key": "purchase-request", "value": "PR-77"}]}""", "Idempotency-Key", "a1");

        Answer asked = ask(given.department(FINANCE), "k3", helping);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().at("/filled").toString()).contains("PR-77", "the answer of marketing-pr to " + r2);
        // Nobody else learns that there is such a request or case.
        assertThat(ask(given.department(MARKETING), "k4", helping).problem()).isEqualTo("not-found");
        assertThat(ask(consultant(), "k5", helping).problem()).isEqualTo("not-found");
    }

    @Test
    @Behaviour({"R66", "R93", "R94"})
    void what_routing_asks_goes_back_as_a_form_and_enters_the_queue_when_it_is_filled_in() {
        route();
        raise(r1, LOGISTICS, null, null, null, "My order no. SO-77182 is late.");
        AskedCase.awaitIn(requestPath(r1), given.department(LOGISTICS), "/state", "returned");

        JsonNode returned = given.department(LOGISTICS).get(requestPath(r1)).json();
        assertThat(returned.path("fields").toString()).isEqualTo("{\"order\":\"SO-77182\",\"product\":\"Heater 300\"}");
        assertThat(returned.at("/filled/0/source").asString()).isEqualTo("the customer's words");
        assertThat(returned.at("/questions/0/to").asString()).isEqualTo("consultant:andrei");
        assertThat(returned.at("/questions/0/missing/0/ask/href").asString())
                .isEqualTo("/api/v1/departments/marketing-pr/requests");
        assertThat(returned.at("/clock/stoppedSince").asString()).isNotEmpty();
        assertThat(worklist("")).doesNotContain(r1.value());
        assertThat(worklist("?state=returned")).contains(r1.value(), "\"missing\"");
        assertThat(given.department(LOGISTICS)
                        .get("/api/v1/departments/logistics/worklist?state=lost")
                        .pointers())
                .containsExactly("/state");
        QuestionAsked question = given.told(QuestionAsked.class);
        assertThat(question.missing()).hasSize(1);
        assertThat(reply(r1, "{\"type\": \"progress\", \"by\": \"depot\", \"note\": \"On it.\"}")
                        .problem())
                .isEqualTo("incomplete");

        TIME.advance(Duration.ofHours(5));
        String path = theCase + "/questions/question-1/answer";
        assertThat(given.department(FINANCE)
                        .post(path, "{\"fields\": {\"purchase-request\": \"PR-1\"}}")
                        .problem())
                .isEqualTo("not-found");
        Answer refused = consultant().post(path, "{\"fields\": {\"purchase-request\": \"soon\", \"colour\": \"red\"}}");
        assertThat(refused.pointers()).containsExactly("/fields/purchase-request", "/fields/colour");
        assertThat(refused.json().at("/remedy/template/order").asString()).isEqualTo("SO-77182");
        assertThat(consultant().post(path, "{\"text\": \"Which one?\"}").pointers())
                .containsExactly("/fields/purchase-request");
        Answer filled = consultant().post(path, "{\"fields\": {\"purchase-request\": \"pr 1\"}}");

        assertThat(filled.status()).as(filled.body()).isEqualTo(200);
        assertThat(consultant()
                        .post(path, "{\"fields\": {\"purchase-request\": \"pr 1\"}}")
                        .header("Idempotent-Replayed"))
                .isEqualTo("true");
        JsonNode open = given.department(LOGISTICS).get(requestPath(r1)).json();
        assertThat(open.path("state").asString()).isEqualTo("open");
        assertThat(worklist("")).contains(r1.value());
        assertThat(worklist("?state=returned")).doesNotContain(r1.value());
        QuestionAnswered answered = given.told(QuestionAnswered.class);
        RequestAccepted accepted = given.told(RequestAccepted.class);
        assertThat(Duration.between(answered.answeredAt(), accepted.dueAt())).isEqualTo(OLA);
        assertThat(answered.dueAt()).isEqualTo(accepted.dueAt());
        assertThat(Instant.parse(open.path("dueAt").asString())).isEqualTo(accepted.dueAt());
        assertThat(open.at("/clock/stoodStillSeconds").asLong())
                .isEqualTo(Duration.between(NOW.plus(OLA), accepted.dueAt()).toSeconds());
    }

    @Test
    @Behaviour("R66")
    void what_a_department_answers_over_its_topic_completes_what_waits_for_it() {
        route();
        raise(r1, LOGISTICS, null, null, null, "My order no. SO-77182 is late.");
        AskedCase.awaitIn(requestPath(r1), given.department(LOGISTICS), "/state", "returned");
        raise(r2, MARKETING, null, null, null, "My order no. SO-77182 is late.");

        service.send(new ProducerRecord<>(
                Topics.DEPARTMENT_REPLIES,
                caseId.value(),
                Wire.write(new DepartmentReply.Answer(
                        "a1",
                        r2,
                        MARKETING,
                        "their tool",
                        true,
                        "Issued.",
                        List.of(new Claim("purchase-request", "PR-9", null)),
                        null))));

        AskedCase.awaitIn(requestPath(r1), given.department(LOGISTICS), "/state", "open");
        assertThat(given.department(LOGISTICS)
                        .get(requestPath(r1))
                        .json()
                        .at("/fields/purchase-request")
                        .asString())
                .isEqualTo("PR-9");
    }

    @Test
    void bad_input_is_refused_with_all_reasons() {
        route();
        assertThat(ask(consultant(), "k", "{\"kind\": \"SOLUTION\", \"subject\": \" \", \"mood\": 1}")
                        .pointers())
                .containsExactlyInAnyOrder("/caseId", "/subject", "/mood");
        assertThat(ask(consultant(), "k", wanting("Go.", "{\"order\": \"\", \" \": \"x\"}"))
                        .pointers())
                .containsExactlyInAnyOrder("/fields/order", "/fields");
        String complete = wanting("Go.", "{\"order\": \"SO-1\", \"purchase-request\": \"PR-1\"}");
        assertThat(ask(consultant(), "k", complete.replace("2027", "2025")).pointers())
                .containsExactly("/wantedBy");
        assertThat(ask(consultant(), "k", complete.replace("SOLUTION", "EXECUTION"))
                        .pointers())
                .containsExactly("/kind");
        assertThat(ask(given.department(FINANCE), "k", complete).pointers()).containsExactly("/forRequest");
        assertThat(ask(
                                consultant(),
                                "k",
                                complete.replace(
                                        caseId.value(), UUID.randomUUID().toString()))
                        .problem())
                .isEqualTo("not-found");
        assertThat(ask(
                                consultant(),
                                "k",
                                complete.replaceFirst("\\{", "{\"forRequest\": \"" + UUID.randomUUID() + "-r1\", "))
                        .pointers())
                .containsExactly("/forRequest");
        assertThat(ask(service.as("app", "frontline"), "k", complete).problem()).isEqualTo("forbidden");
        assertThat(consultant()
                        .post("/api/v1/departments/logistics/requests", complete)
                        .status())
                .isEqualTo(400);
        assertThat(cooperation().path("wanted")).isEmpty();
    }

    private Answer ask(HttpTalk who, String key, String body) {
        return who.post("/api/v1/departments/logistics/requests", body, "Idempotency-Key", key);
    }

    private String wanting(String subject, String fields) {
        return "{\"caseId\": \"%s\", \"kind\": \"SOLUTION\", \"subject\": \"%s\", \"fields\": %s, \"wantedBy\": \"2027-03-02T15:00:00Z\"}"
                .formatted(caseId, subject, fields);
    }

    private Answer reply(RequestId id, String body) {
        return given.department(LOGISTICS).post(requestPath(id) + "/replies", body, "Idempotency-Key", "p1");
    }

    private String worklist(String query) {
        return given.department(LOGISTICS)
                .get("/api/v1/departments/logistics/worklist" + query)
                .body();
    }

    private JsonNode cooperation() {
        return consultant().get(theCase + "/cooperation").json();
    }

    private static String requestPath(RequestId id) {
        return requestPath(LOGISTICS, id);
    }

    private static String requestPath(DepartmentCode department, RequestId id) {
        return "/api/v1/departments/" + department + "/requests/" + id;
    }

    private static HttpTalk consultant() {
        return service.as("andrei", "consultant");
    }

    private void route() {
        given.publish(new CaseRouted(
                caseId,
                "delivery",
                Cause.SERVICE_FAILURE,
                LOGISTICS,
                List.of(),
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                new Customer("C-4711", Customer.Tier.STANDARD),
                "app",
                "en",
                "delivery",
                NOW,
                NOW,
                null,
                null,
                null,
                "Heater 300",
                null,
                NOW));
        AskedCase.awaitIn(theCase + "/cooperation", consultant(), "/owner", "consultant:andrei");
    }

    private void raise(
            RequestId id,
            DepartmentCode department,
            @Nullable RequestId parent,
            @Nullable Map<String, String> fields,
            @Nullable String wantedId,
            String words) {
        given.publish(new RequestRaised(
                caseId,
                id,
                department,
                RequestKind.SOLUTION,
                "delivery",
                parent == null
                        ? "Look into it."
                        : given.told(HelpRequested.class).subject(),
                words,
                "en",
                null,
                NOW,
                NOW.plus(OLA),
                parent,
                null,
                null,
                fields,
                wantedId == null ? null : Instant.parse("2027-03-02T15:00:00Z"),
                wantedId));
    }
}
