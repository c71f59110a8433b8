package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent;
import io.redress.contracts.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Through all services: what is proposed, who must agree, what the customer chooses, and what becomes of it. */
class SettlementTest {
    private static final String GATE = "contract-needs-legal";

    @TempDir
    static Path folder;

    private static WholeProduct product;
    private static TopicsHeard heard;

    private final HttpTalk andrei = person("andrei", "consultant");
    private final HttpTalk webshop = person("webshop", "frontline");

    private String caseId = "";
    private String theCase = "";
    private int keys;

    @BeforeAll
    static void start() throws InterruptedException {
        product = WholeProduct.start(
                folder.resolve("data"),
                Map.of(
                        "redress.resolution.remedies.folder",
                        folder.resolve("remedies").toString()));
        heard = new TopicsHeard(product.kafka());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        heard.close();
        product.close();
    }

    @Test
    @Behaviour({"R36", "R102", "R103", "R105", "R106", "R107", "R111"})
    void what_legal_has_refused_once_and_then_cleared_is_what_the_customer_chooses_from() {
        complaint(
                "C-oana",
                "",
                "You renewed my contract although I had given notice in time. I expect you to accept the termination.");
        HttpTalk ioana = as("ioana", "legal-compliance");
        HttpTalk irina = as("irina", "legal-compliance");
        String first = request("legal-compliance", "SOLUTION", "");
        answer(ioana, "legal-compliance", first, "ioana", true, "It can be argued.", """
                [{"kind": "contract-change", "title": "Twelve months more for less", "days": 0}]""");
        eventually().until(() -> clearance(andrei).path("state").asString(""), "open"::equals);
        assertThat(resolution().path("state").asString()).isEqualTo("drafted");
        assertThat(resolution().has("proposal")).isFalse();

        assertThat(clear(ioana, "{\"decision\": \"given\"}").problem()).isEqualTo("four-eyes");
        Answer refused = clear(irina, "{\"decision\": \"refused\", \"reason\": \"Notice came in time.\"}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(200);

        String second = request("legal-compliance", "SOLUTION", first);
        assertThat(part(second).path("subject").asString()).contains("Notice came in time.");
        answer(ioana, "legal-compliance", second, "ioana", true, "Leave, or stay for less.", """
                [{"kind": "termination", "title": "It ends as you wrote", "days": 2, "disadvantage": "Access ends, too."},
                 {"kind": "contract-change", "title": "From month to month, for less", "days": 0,
                  "cost": {"amount": "24.50", "currency": "EUR"}}]""");
        eventually().until(() -> clearance(andrei).path("state").asString(""), "open"::equals);
        assertThat(resolution().has("proposal")).isFalse();
        Answer given = clear(irina, "{\"decision\": \"given\"}");
        assertThat(given.status()).as(given.body()).isEqualTo(200);

        JsonNode proposal = proposal("");
        assertThat(proposal.path("options")
                        .valueStream()
                        .map(it -> it.path("kind").asString()))
                .containsExactlyInAnyOrder("termination", "contract-change");
        assertThat(option(proposal, "termination").path("disadvantage").asString())
                .isEqualTo("Access ends, too.");
        JsonNode chosen = choose(proposal, "contract-change");
        assertThat(chosen.path("title").asString()).isEqualTo("From month to month, for less");
        assertThat(chosen.path("by").asString()).isEqualTo("webshop");
        assertThat(chosen.path("optionsDigest").asString()).hasSize(64);
    }

    @Test
    @Behaviour({"R111", "R114"})
    void where_the_second_step_fails_the_first_is_undone_and_the_customer_reads_what_there_is_instead() {
        complaint("C-marek", "", "Our shipment of displays is late and the pallets have not arrived.");
        HttpTalk stefan = as("stefan", "logistics");
        answer(stefan, "logistics", request("logistics", "SOLUTION", ""), "stefan", true, "At the border.", """
                [{"kind": "express", "title": "An express truck", "days": 1, "steps": [
                   {"name": "book", "department": "logistics", "action": "Book a truck", "after": [],
                    "undo": "Cancel the truck", "days": 1},
                   {"name": "drive", "department": "logistics", "action": "Drive there", "after": ["book"], "days": 1}]},
                 {"kind": "part-delivery", "title": "Some of our own", "days": 3, "disadvantage": "Not for all shops."}]""");
        JsonNode proposal = proposal("");
        choose(proposal, "express");
        String book = request("logistics", "EXECUTION", "");
        assertThat(part(book).path("subject").asString()).contains("Book a truck");
        assertThat(steps()).containsExactly("started", "waiting");
        answer(stefan, "logistics", book, "stefan", true, "Booked.", "[]");
        String drive = request("logistics", "EXECUTION", book);
        answer(stefan, "logistics", drive, "stefan", false, "Snow.", "[]");

        JsonNode next = proposal(proposal.path("proposalId").asString());
        assertThat(next.path("disclosure").asString()).isNotBlank();
        assertThat(option(next, "part-delivery").path("disadvantage").asString())
                .contains("Not for all shops.");
        String undo = request("logistics", "EXECUTION", drive);
        assertThat(part(undo).path("subject").asString()).contains("Cancel the truck");
        answer(stefan, "logistics", undo, "stefan", true, "Cancelled.", "[]");

        eventually().until(() -> plan().path("state").asString(), "failed"::equals);
        assertThat(steps()).containsExactly("done", "failed");
        assertThat(plan().at("/steps/0/compensation/state").asString()).isEqualTo("done");
        assertThat(plan().at("/steps/1/reason").asString()).isEqualTo("Snow.");
        assertThat(choose(next, "part-delivery").path("title").asString()).isEqualTo("Some of our own");
    }

    @Test
    @Behaviour({"R110", "R112"})
    void in_an_outage_a_customer_with_two_complaints_is_remedied_once_and_who_never_complained_too() {
        HttpTalk elena = person("elena", "supervisor");
        HttpTalk mihai = as("mihai", "senior-management");
        Instant since = product.now();
        complaint("C-vera", "Router 9", "The router crashes all the time since this morning.");
        String one = theCase;
        complaint("C-vera", "Router 9", "Every second call is dropped, and the router crashes again and again.");
        String other = theCase;
        Answer proposed = elena.post("/api/v1/incidents", """
                {"nature": "crash", "product": "Router 9", "since": "%s", "reason": "All restart."}""".formatted(since), "Idempotency-Key", "outage");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        String incident =
                "/api/v1/incidents/" + proposed.json().path("incidentId").asString();
        decide(elena, incident, "/opening", "{\"reason\": \"An update.\"}");
        assertThat(elena.post(incident + "/accounts", "{\"accounts\": [\"C-vera\", \"C-silent\"]}")
                        .status())
                .isEqualTo(200);
        long cases = one.equals(other) ? 1 : 2;
        eventually().until(() -> elena.get(incident).json().path("members").asLong(), it -> it == cases);
        String remedy = incident + "/remedy";
        eventually().until(() -> elena.get(remedy).json().path("mode").asString(""), "EXECUTE_FIRST"::equals);
        Answer wanted = elena.post(remedy, """
                {"remedy": {"kind": "credit", "amount": {"amount": "10.00", "currency": "EUR"}}, "reason": "A day."}""");
        assertThat(wanted.status()).as(wanted.body()).isBetween(200, 201);
        assertThat(elena.post(
                                remedy + "/approval",
                                "{}",
                                "If-Match",
                                elena.get(remedy).header("ETag"))
                        .status())
                .as("by whoever proposed it")
                .isEqualTo(409);
        decide(mihai, remedy, "/approval", "{}");

        eventually().until(() -> told(one, "outage-remedied") + told(other, "outage-remedied"), it -> it >= 1);
        // Who complains before the remedy is there is told of it like everybody else.
        CaseId silent = IncidentRemedyEvent.keyOf(
                new IncidentId(proposed.json().path("incidentId").asString()), "C-silent");
        eventually()
                .until(
                        () -> heard.about(Topics.RESOLUTIONS, silent.value(), "redress.resolution.account-remedied.v1"),
                        it -> !it.isEmpty());
        complaint("C-silent", "Router 9", "The router crashes all the time, what do you do about it?");
        String late = theCase;
        eventually().until(() -> told(late, "already-remedied"), it -> it == 1);
        assertThat(told(late, "outage-remedied")).isZero();
        assertThat(told(one, "outage-remedied") + told(other, "outage-remedied"))
                .isEqualTo(1);
        assertThat(lines()).hasSize(2).doesNotHaveDuplicates();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(folder.resolve("remedies").resolve("remedies.ndjson")).stream()
                    .map(it -> it.contains("C-vera") ? "C-vera" : it.contains("C-silent") ? "C-silent" : it)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long told(String of, String kind) {
        return webshop.get(of + "/messages")
                .json()
                .path("messages")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .count();
    }

    private void decide(HttpTalk who, String seen, String path, String body) {
        Answer decided = who.post(seen + path, body, "If-Match", who.get(seen).header("ETag"));
        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
    }

    private void complaint(String customer, String concerns, String text) {
        Answer taken = webshop.post(
                "/api/v1/complaints",
                """
                {"customer": {"reference": "%s"}, "channel": "web", "language": "en", %s "text": "%s"}""".formatted(customer, concerns.isEmpty() ? "" : "\"product\": \"" + concerns + "\",", text),
                "Idempotency-Key",
                key() + customer);
        assertThat(taken.status()).as(taken.body()).isBetween(200, 201);
        caseId = taken.json().path("caseId").asString();
        theCase = "/api/v1/cases/" + caseId;
    }

    private void answer(
            HttpTalk who, String department, String request, String by, boolean done, String findings, String options) {
        Answer answered = who.post(
                "/api/v1/departments/" + department + "/requests/" + request + "/replies",
                """
                {"type": "answer", "by": "%s", "done": %s, "findings": "%s", "options": %s}""".formatted(by, done, findings, options),
                "Idempotency-Key",
                key());
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    private Answer clear(HttpTalk who, String decision) {
        return who.post(
                theCase + "/clearances/" + GATE,
                decision,
                "If-Match",
                who.get(theCase + "/clearances").header("ETag"));
    }

    private JsonNode clearance(HttpTalk reader) {
        return reader.get(theCase + "/clearances").json().at("/clearances/0");
    }

    private JsonNode resolution() {
        return webshop.get(theCase + "/resolution").json();
    }

    private JsonNode proposal(String otherThan) {
        return eventually()
                .until(
                        () -> resolution().path("proposal"),
                        it -> !it.path("proposalId").asString(otherThan).equals(otherThan));
    }

    private static JsonNode option(JsonNode proposal, String kind) {
        return proposal.path("options")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode choose(JsonNode proposal, String kind) {
        Answer chosen = webshop.post(
                theCase + "/choice",
                "{\"proposalId\": \"%s\", \"optionId\": \"%s\"}"
                        .formatted(
                                proposal.path("proposalId").asString(),
                                option(proposal, kind).path("optionId").asString()),
                "If-Match",
                webshop.get(theCase + "/resolution").header("ETag"));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        return chosen.json().path("chosen");
    }

    /** The plan that was chosen first. */
    private JsonNode plan() {
        JsonNode plans = andrei.get(theCase + "/execution").json().path("plans");
        return plans.path(plans.size() - 1);
    }

    private List<String> steps() {
        return plan().path("steps")
                .valueStream()
                .map(it -> it.path("state").asString())
                .toList();
    }

    /** The open request of this kind to a department, once there is another one than this. */
    private String request(String department, String kind, String otherThan) {
        return eventually()
                .until(
                        () -> open(department, kind).stream()
                                .filter(it -> !it.equals(otherThan))
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
    }

    private List<String> open(String department, String kind) {
        return parts().stream()
                .filter(it -> it.path("department").asString().equals(department)
                        && it.path("kind").asString().equals(kind)
                        && it.path("state").asString().equals("open"))
                .map(it -> it.path("requestId").asString())
                .toList();
    }

    private JsonNode part(String request) {
        return parts().stream()
                .filter(it -> it.path("requestId").asString().equals(request))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> parts() {
        return andrei.get(theCase + "/cooperation")
                .json()
                .path("requests")
                .valueStream()
                .toList();
    }

    private static HttpTalk as(String person, String department) {
        return person(person, "department:" + department);
    }

    private static HttpTalk person(String name, String role) {
        return product.as(name, role);
    }

    private String key() {
        return "key-" + System.identityHashCode(this) + "-" + ++keys;
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
    }
}
