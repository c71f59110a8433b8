package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Through all services: a case ends as announced, opens again, and ends without agreement. */
class EndingJourneyTest {
    private static final String CLOCK = "parcels:end";

    @TempDir
    static Path folder;

    private static WholeProduct product;

    private final HttpTalk andrei = person("andrei", "consultant");
    private final HttpTalk webshop = person("webshop", "frontline");
    private final HttpTalk stefan = person("stefan", "department:logistics");

    private String theCase = "";
    private int keys;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        String shipped = new ClassPathResource("regulatory-clocks.yaml").getContentAsString(StandardCharsets.UTF_8);
        Path regulations = Files.writeString(folder.resolve("regulations.yaml"), shipped.replace("regimes:\n", """
                regimes:
                  - regime: parcels
                    from: 2020-01-01
                    countries: [GB]
                    clocks:
                      - {clock: end, counted: calendar-days, days: 90, met-by: closing}
                """));
        product = WholeProduct.start(
                folder.resolve("data"),
                Map.of("redress.resolution.regulations", regulations.toUri().toString()));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        product.close();
    }

    @Test
    @Behaviour({"R11", "R17"})
    void a_case_is_asked_about_reminded_of_closed_as_announced_opened_again_and_ends_without_agreement() {
        complain();
        String first = solve("", "p1");
        JsonNode running = clock();
        assertThat(running.path("state").asString()).isEqualTo("running");
        assertThat(text("executed")).contains("we remind you once and close the case on");
        assertThat(told("word-awaited")).isEmpty();

        product.leap(Duration.ofDays(8));
        eventually().until(() -> told("word-awaited"), it -> it.size() == 1);
        assertThat(state()).isEqualTo("executed");
        product.leap(Duration.ofDays(7));
        eventually().until(this::state, "closed"::equals);
        assertThat(resolution().json().at("/closed/reason").asString()).isEqualTo("ANNOUNCED_EXPIRY");
        eventually().until(() -> told("closed"), it -> it.size() == 1);
        assertThat(text("closed")).doesNotContain("Ombudsman");
        assertThat(clock().path("state").asString()).isEqualTo("met");

        product.leap(Duration.ofDays(10));
        Answer opened = webshop.post(
                theCase + "/reopening",
                "{\"reason\": \"Two of the displays are broken.\"}",
                "If-Match",
                resolution().header("ETag"));
        assertThat(opened.status()).as(opened.body()).isEqualTo(200);
        eventually().until(() -> told("reopened"), it -> it.size() == 1);
        assertThat(clock().path("startedAt")).isEqualTo(running.path("startedAt"));
        assertThat(clock().path("dueAt")).isEqualTo(running.path("dueAt"));
        assertThat(clock().has("metAt")).isFalse();

        String again = solve(first, "p2");
        assertThat(again).isNotEqualTo(first);
        assertThat(told("executed")).hasSize(2);
        assertThat(told("proposal")).hasSize(2);
        Answer closed =
                webshop.post(theCase + "/closure", "{\"satisfied\": false, \"words\": \"They are broken again.\"}");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        eventually().until(() -> told("closed"), it -> it.size() == 2);
        assertThat(text("closed")).contains("Financial Ombudsman Service").contains("Exchange Tower, London E14 9SR");
        assertThat(clock().path("state").asString()).isEqualTo("met");
    }

    private void complain() {
        Answer taken = webshop.post("/api/v1/complaints", """
                {"customer": {"reference": "C-dora"}, "channel": "web", "language": "en", "region": "GB-LND",
                 "text": "Our shipment of displays is late and the pallets have not arrived."}""", "Idempotency-Key", key());
        assertThat(taken.status()).as(taken.body()).isBetween(200, 201);
        theCase = "/api/v1/cases/" + taken.json().path("caseId").asString();
    }

    /** From the department's idea to the end of its work; the request that brought the idea. */
    private String solve(String before, String proposalId) {
        String asked = request("SOLUTION", before);
        answer(asked, """
                [{"kind": "part-delivery", "title": "Some of our own", "days": 3, "disadvantage": "Not for all shops."}]""");
        JsonNode proposal = eventually()
                .until(
                        () -> resolution().json().path("proposal"),
                        it -> it.path("proposalId").asString("").equals(proposalId));
        Answer chosen = webshop.post(
                theCase + "/choice",
                "{\"proposalId\": \"%s\", \"optionId\": \"%s\"}"
                        .formatted(
                                proposalId, proposal.at("/options/0/optionId").asString()),
                "If-Match",
                resolution().header("ETag"));
        assertThat(chosen.status()).as(chosen.body()).isEqualTo(200);
        answer(request("EXECUTION", before), "[]");
        eventually().until(this::state, "executed"::equals);
        int times = Integer.parseInt(proposalId.substring(1));
        eventually().until(() -> told("executed"), it -> it.size() == times);
        return asked;
    }

    private void answer(String request, String options) {
        Answer answered = stefan.post(
                "/api/v1/departments/logistics/requests/" + request + "/replies",
                """
                {"type": "answer", "by": "stefan", "done": true, "findings": "At the border.", "options": %s}""".formatted(options),
                "Idempotency-Key",
                key());
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    /** The open request of this kind, once there is another one than this. */
    private String request(String kind, String otherThan) {
        return eventually()
                .until(
                        () -> andrei.get(theCase + "/cooperation")
                                .json()
                                .path("requests")
                                .valueStream()
                                .filter(it -> it.path("kind").asString().equals(kind)
                                        && it.path("state").asString().equals("open")
                                        && !it.path("requestId").asString().equals(otherThan))
                                .map(it -> it.path("requestId").asString())
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
    }

    private Answer resolution() {
        return webshop.get(theCase + "/resolution");
    }

    private String state() {
        return resolution().json().path("state").asString("");
    }

    private JsonNode clock() {
        return webshop.get(theCase + "/clocks")
                .json()
                .path("clocks")
                .valueStream()
                .filter(it -> it.path("clockId").asString().equals(CLOCK))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> told(String kind) {
        return webshop.get(theCase + "/messages")
                .json()
                .path("messages")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .toList();
    }

    /** What the customer read last of this kind. */
    private String text(String kind) {
        return told(kind).getLast().path("body").asString();
    }

    private static HttpTalk person(String name, String role) {
        return product.as(name, role);
    }

    private String key() {
        return "ending-" + System.identityHashCode(this) + "-" + ++keys;
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
    }
}
