package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Andrei does not have all the answers, and asks Catalin, who begins with nothing less than a purchase request. */
class AskingTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath();

    @TempDir
    static Path folder;

    private static WholeProduct product;

    private final HttpTalk andrei = as("andrei", "consultant");
    private final HttpTalk alina = as("alina", "department:project-management");
    private final HttpTalk catalin = as("catalin", "department:procurement");

    @BeforeAll
    static void start() throws InterruptedException {
        product = WholeProduct.start(
                folder,
                Map.of(
                        "redress.routing.departments", example("departments.yaml"),
                        "redress.routing.rules", example("routing-rules.yaml"),
                        "redress.department.charters", example("charters.yaml")));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        product.close();
    }

    @Test
    @Behaviour({"R57", "R58", "R66", "R79", "R90", "R93"})
    void a_consultant_asks_is_told_what_is_missing_gets_it_and_is_answered() {
        String theCase = complaint("C-asking", "The pump EX-300 has a defect.");
        String caseId = theCase.substring(theCase.lastIndexOf('/') + 1);
        eventually().until(() -> andrei.get(theCase + "/cooperation").status() == 200);
        String order = "{\"caseId\": \"%s\", \"kind\": \"SOLUTION\", \"subject\": \"Order a seal.\"}".formatted(caseId);

        Answer refused = eventually()
                .until(
                        () -> andrei.post(
                                "/api/v1/departments/procurement/requests", order, "Idempotency-Key", "order-1"),
                        it -> it.status() == 422);
        assertThat(refused.pointers()).containsExactly("/fields/purchase-request");
        JsonNode missing = refused.json().at("/remedy/missing/0");
        assertThat(missing.path("suppliedBy").asString()).isEqualTo("project-management");
        JsonNode call = missing.path("ask");
        Answer issuing =
                andrei.post(call.path("href").asString(), call.path("body").toString(), "Idempotency-Key", "issue-1");
        assertThat(issuing.status()).as(issuing.body()).isEqualTo(202);

        String issue = wanted(theCase, 0, "open").path("requestId").asString();
        assertThat(eventually()
                        .until(
                                () -> andrei.get(theCase + "/waits")
                                        .json()
                                        .path("waits")
                                        .valueStream()
                                        .map(it -> it.path("requestId").asString())
                                        .toList(),
                                it -> it.contains(issue)))
                .contains(issue);
        answer(alina, "project-management", issue, """
                {"type": "answer", "by": "alina", "done": true, "findings": "Approved.",
                 "claims": [{"key": "purchase-request", "value": "PR-30001"}]}""");

        Answer asked = andrei.post("/api/v1/departments/procurement/requests", order, "Idempotency-Key", "order-2");
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().at("/filled/0/value").asString()).isEqualTo("PR-30001");
        String ordering = wanted(theCase, 1, "open").path("requestId").asString();
        assertThat(catalin.get("/api/v1/departments/procurement/worklist").body())
                .contains(ordering, "PR-30001", "the answer of project-management to " + issue);
        answer(catalin, "procurement", ordering, """
                {"type": "answer", "by": "catalin", "done": true, "findings": "It is ordered."}""");

        assertThat(wanted(theCase, 1, "answered").at("/answer/findings").asString())
                .isEqualTo("It is ordered.");
        assertThat(catalin.get(theCase).status()).isEqualTo(200);
    }

    @Test
    @Behaviour({"R66", "R93", "R94"})
    void what_routing_asks_comes_back_as_a_form_and_its_customer_is_waited_for_by_nobody_else() {
        String theCase = complaint("C-form", "The item was shown as in stock and now it is sold out.");
        JsonNode part = eventually()
                .until(
                        () -> andrei.get(theCase + "/cooperation")
                                .json()
                                .path("requests")
                                .valueStream()
                                .filter(it -> it.path("department").asString().equals("procurement"))
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
        assertThat(part.path("state").asString()).isEqualTo("returned");
        String requestId = part.path("requestId").asString();
        assertThat(catalin.get("/api/v1/departments/procurement/worklist").body())
                .doesNotContain(requestId);
        assertThat(catalin.get("/api/v1/departments/procurement/worklist?state=returned")
                        .body())
                .contains(requestId);
        String asking = eventually()
                .until(
                        () -> andrei.get(theCase + "/waits")
                                .json()
                                .path("waits")
                                .valueStream()
                                .filter(it -> it.path("what").asString().equals("question"))
                                .map(it -> it.path("waitedOn").asString())
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
        assertThat(asking).startsWith("consultant:");

        Answer filled = andrei.post(
                theCase + "/questions/" + part.at("/questions/0/questionId").asString() + "/answer",
                "{\"fields\": {\"cerere de achizitie\": \"pr 30 002\"}}");
        assertThat(filled.status()).as(filled.body()).isEqualTo(200);
        assertThat(catalin.get("/api/v1/departments/procurement/worklist").body())
                .contains(requestId, "PR30002");
        eventually()
                .until(() -> andrei.get(theCase + "/waits")
                        .json()
                        .path("waits")
                        .valueStream()
                        .noneMatch(it -> it.path("what").asString().equals("question")));
    }

    private JsonNode wanted(String theCase, int index, String state) {
        return eventually()
                .until(
                        () -> andrei.get(theCase + "/cooperation").json().at("/wanted/" + index),
                        it -> it.path("state").asString("").equals(state));
    }

    private static void answer(HttpTalk who, String department, String requestId, String body) {
        Answer answered = who.post(
                "/api/v1/departments/" + department + "/requests/" + requestId + "/replies",
                body,
                "Idempotency-Key",
                "answer-1");
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    private static String complaint(String customer, String text) {
        Answer taken = product.as("webshop", "frontline")
                .post(
                        "/api/v1/complaints",
                        "{\"customer\": {\"reference\": \"%s\"}, \"channel\": \"web\", \"text\": \"%s\"}"
                                .formatted(customer, text),
                        "Idempotency-Key",
                        customer);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return "/api/v1/cases/" + taken.json().path("caseId").asString();
    }

    private static HttpTalk as(String person, String role) {
        return product.as(person, role);
    }

    private static String example(String file) {
        return EXAMPLES.resolve(file).toUri().toString();
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
