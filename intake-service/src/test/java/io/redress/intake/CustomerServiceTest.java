package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.EventTypes;
import io.redress.contracts.ReviewEvent.SurveyAnswered;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The customer's own page: the relation beyond any case. */
class CustomerServiceTest {
    private static final String DETAILS =
            "{\"contacts\":[{\"name\":\"Maria Rossi\",\"address\":\"Maria@customer.example\","
                    + "\"role\":\"decision-maker\",\"formality\":\"formal\"},{\"name\":\"Luca\",\"role\":\"operational\","
                    + "\"formality\":\"informal\"}],\"language\":\"it\",\"preferredChannel\":\"phone\",\"tier\":\"VIP\"}";

    private static RunningService intake;
    private static HttpTalk app;
    private static HttpTalk anna;

    private final String customer = "C-" + UUID.randomUUID();
    private final String page = "/api/v1/customers/" + customer;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = RunningService.start(IntakeApplication.class, "intake-service", folder);
        app = intake.as("webshop", "frontline");
        anna = intake.as("anna", "consultant");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    @Behaviour({"R145", "R151"})
    void contacts_with_role_and_formality_language_channel_and_tier_are_kept_over_all_cases() {
        assertThat(anna.get(page).status()).isEqualTo(404);
        file(app, "");
        var first = anna.get(page);
        assertThat(first.header("ETag")).isEqualTo("\"0\"");

        var noted = anna.send("PUT", page, DETAILS, "If-Match", first.header("ETag"));

        assertThat(noted.status()).as(noted.body()).isEqualTo(200);
        var seen = anna.get(page);
        assertThat(seen.header("ETag")).isEqualTo(noted.header("ETag"));
        JsonNode about = seen.json().path("about");
        assertThat(about).isEqualTo(noted.json());
        assertThat(about.path("tier").asString()).isEqualTo("VIP");
        assertThat(about.path("contacts")
                        .valueStream()
                        .map(it -> it.path("role").asString()))
                .containsExactly("decision-maker", "operational");
        assertThat(about.path("contacts")
                        .valueStream()
                        .map(it -> it.path("formality").asString()))
                .containsExactly("formal", "informal");
    }

    @Test
    @Behaviour({"R145", "R151", "R153"})
    void a_new_complaint_takes_from_the_customers_page_what_it_does_not_say_itself() {
        anna.send("PUT", page, DETAILS, "If-Match", "\"0\"");

        JsonNode plain = app.post(
                        "/api/v1/complaints",
                        "{\"customer\":{\"reference\":\"" + customer
                                + "\",\"tier\":\"STANDARD\"},\"text\":\"My invoice is wrong, you charged me twice!\"}",
                        key())
                .json();
        assertThat(plain.path("language").asString()).as(plain.toString()).isEqualTo("it");
        assertThat(plain.path("channel").asString()).isEqualTo("phone");
        assertThat(plain.path("customer").path("tier").asString()).isEqualTo("VIP");
        // It was written in English, and understood so.
        assertThat(plain.path("diagnosis")
                        .path("hypotheses")
                        .get(0)
                        .path("rule")
                        .asString())
                .startsWith("en-");
        var message = intake.await(
                        Topics.CUSTOMER_MESSAGES, plain.path("caseId").asString(), 1)
                .getFirst();
        assertThat(Wire.read(RunningService.type(message), message.value()))
                .isInstanceOfSatisfying(CustomerMessageComposed.class, composed -> {
                    assertThat(composed.language()).isEqualTo("it");
                    assertThat(composed.body()).contains("Maria Rossi");
                });

        JsonNode outspoken = file(app, ",\"language\":\"en\",\"channel\":\"chat\"");
        assertThat(outspoken.path("language").asString()).isEqualTo("en");
        assertThat(outspoken.path("channel").asString()).isEqualTo("chat");
    }

    @Test
    void without_a_known_channel_a_complaint_must_name_one() {
        var refused = app.post(
                "/api/v1/complaints",
                "{\"customer\":{\"reference\":\"" + customer + "\"},\"text\":\"It broke.\"}",
                key());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/channel");
    }

    @Test
    @Behaviour("R1")
    void a_replay_is_one_whatever_was_noted_meanwhile() {
        String[] key = key();
        String body = body("");
        var first = app.post("/api/v1/complaints", body, key);
        anna.send("PUT", page, DETAILS, "If-Match", "\"0\"");

        var again = app.post("/api/v1/complaints", body, key);

        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    @Behaviour("R147")
    void favours_given_and_received_are_remembered_once_each() {
        String caseId = file(app, "").path("caseId").asString();
        String given = "{\"direction\":\"given\",\"what\":\"Delivered on a Saturday.\",\"who\":\"Andrei\",\"caseId\":\""
                + caseId + "\"}";
        String[] key = key();

        var noted = anna.post(page + "/favours", given, key);
        var again = anna.post(page + "/favours", given, key);
        var other = anna.post(page + "/favours", given.replace("Saturday", "Sunday"), key);
        anna.post(page + "/favours", "{\"direction\":\"received\",\"what\":\"Waited a week longer.\"}", key());

        assertThat(noted.status()).as(noted.body()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(noted.json());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        JsonNode about = anna.get(page).json().path("about");
        assertThat(about.path("flexibility").path("given").asInt()).isEqualTo(1);
        assertThat(about.path("flexibility").path("received").asInt()).isEqualTo(1);
        assertThat(about.path("favours").valueStream().map(it -> it.path("what").asString()))
                .containsExactly("Waited a week longer.", "Delivered on a Saturday.");
        assertThat(about.path("favours").get(1).path("by").asString()).isEqualTo("anna");
    }

    @Test
    @Behaviour("R151")
    void all_cases_are_listed_the_latest_first_in_pages_and_repeated_contacts_are_counted() {
        List<String> filed = IntStream.range(0, 5)
                .mapToObj(_ -> file(app, "").path("caseId").asString())
                .toList();

        JsonNode first = anna.get(page + "?limit=3").json();
        JsonNode second = anna.get(
                        page + "?limit=3&cursor=" + first.path("next").asString())
                .json();

        assertThat(cases(first)).hasSize(3).isSubsetOf(filed);
        assertThat(cases(second)).hasSize(2).isSubsetOf(filed).doesNotContainAnyElementsOf(cases(first));
        assertThat(second.has("next")).isFalse();
        assertThat(first.path("repeatedContacts").asInt()).isEqualTo(2);
        assertThat(anna.get(page).json().path("repeatedContacts").asInt()).isEqualTo(4);
    }

    @Test
    void a_client_sees_its_own_cases_of_the_customer_and_nothing_that_was_noted() {
        String own = file(app, "").path("caseId").asString();
        file(intake.as("bank", "frontline"), "");
        anna.send("PUT", page, DETAILS, "If-Match", "\"0\"");

        JsonNode seen = app.get(page).json();

        assertThat(cases(seen)).containsExactly(own);
        assertThat(seen.has("about")).isFalse();
        assertThat(cases(anna.get(page).json())).hasSize(2);
        assertThat(cases(intake.as("eve", "auditor").get(page).json())).hasSize(2);
        assertThat(intake.as("stranger", "frontline").get(page).status()).isEqualTo(404);
        assertThat(intake.as("x", "department:finance").get(page).status()).isEqualTo(403);
        assertThat(app.send("PUT", page, DETAILS, "If-Match", "\"1\"").status()).isEqualTo(403);
    }

    @Test
    @Behaviour("R155")
    void what_the_customer_says_after_the_closing_is_on_the_page() {
        CaseId rated = new CaseId(file(app, "").path("caseId").asString());
        file(app, "");
        intake.publish(
                Topics.REVIEWS,
                "reviews",
                rated.value(),
                1,
                EventTypes.wireName(SurveyAnswered.class),
                Wire.write(new SurveyAnswered(rated, 4, null, Instant.now())));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(anna.get(page)
                                .json()
                                .path("satisfaction")
                                .path("average")
                                .asDouble())
                        .isEqualTo(4));
        assertThat(anna.get(page)
                        .json()
                        .path("cases")
                        .valueStream()
                        .filter(it -> it.has("score"))
                        .map(it -> it.path("caseId").asString()))
                .containsExactly(rated.value());
    }

    @Test
    void nobody_overwrites_what_he_has_not_seen() {
        assertThat(anna.send("PUT", page, DETAILS).status()).isEqualTo(428);
        anna.send("PUT", page, DETAILS, "If-Match", "\"0\"");

        var stale = anna.send("PUT", page, DETAILS.replace("\"it\"", "\"pl\""), "If-Match", "\"0\"");

        assertThat(stale.status()).isEqualTo(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT  |          | {"language":"xx","tier":"KING","preferredChannel":"pigeon"}                  | /language,/tier,/preferredChannel
            PUT  |          | {"contacts":[{"role":"boss"},{}]}                                           | /contacts/0/role,/contacts/0,/contacts/1
            POST | /favours | {}                                                                          | /direction,/what
            POST | /favours | {"direction":"sideways","what":" "}                                         | /direction,/what
            POST | /favours | {"direction":"given","what":"a","caseId":"019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70"} | /caseId
            """)
    void what_cannot_be_noted_is_refused_with_its_place(String method, String path, String body, String pointers) {
        var answer =
                anna.send(method, page + (path == null ? "" : path), body, "If-Match", "\"0\"", "Idempotency-Key", "k");

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactlyInAnyOrder(pointers.split(","));
    }

    private JsonNode file(HttpTalk client, String more) {
        return client.post("/api/v1/complaints", body(more), key()).json();
    }

    /** Too short to be taken for the same said again. */
    private String body(String more) {
        String channel = more.contains("channel") ? "" : ",\"channel\":\"web\"";
        return "{\"customer\":{\"reference\":\"" + customer + "\"}" + channel + more
                + ",\"text\":\"My invoice is wrong!\"}";
    }

    private static List<String> cases(JsonNode page) {
        return page.path("cases")
                .valueStream()
                .map(it -> it.path("caseId").asString())
                .toList();
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
