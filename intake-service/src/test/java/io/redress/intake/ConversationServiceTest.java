package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ContactMade;
import io.redress.contracts.IntakeEvent.ContactOverdue;
import io.redress.contracts.IntakeEvent.ContactWished;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.IntakeEvent.WordsReceived;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Conversations from outside: what is asked, said and corrected over REST, and what is told on the topics. */
class ConversationServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static RunningService intake;
    private static HttpTalk app;
    private static HttpTalk consultant;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = RunningService.start(IntakeApplication.class, "intake-service", folder);
        app = intake.as("app", "frontline");
        consultant = intake.as("andrei", "consultant");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @ParameterizedTest
    @Behaviour({"R5", "R9", "R14"})
    @CsvSource(delimiter = '|', textBlock = """
            en | It is the same as ever with you. | It is about the wrong invoice. | what happened
            it | Vi scrivo per quella cosa dell'altro giorno. | La fattura è sbagliata. | che cosa è successo
            ro | Vă scriu despre ce a fost zilele trecute. | Factura este greșită. | ce s-a întâmplat
            pl | Z wami jest zawsze ta sama historia. | Faktura jest błędna. | co się stało
            """)
    void what_is_not_clear_is_asked_in_the_customers_language_and_the_answer_goes_on(
            String language, String text, String answer, String question) {
        JsonNode filed = file(text, language);
        String id = filed.path("caseId").asString();

        assertThat(filed.path("next").path("what").asString()).isEqualTo("customer-clarifies");
        assertThat(filed.path("next").path("by").asString())
                .isEqualTo(filed.at("/conversation/question/answerBy").asString());
        List<CaseEvent> told = events(Topics.COMPLAINTS, id, 3);
        assertThat(told.get(1))
                .isInstanceOfSatisfying(
                        ComplaintDiagnosed.class,
                        it -> assertThat(it.isAwaitingClarification()).isTrue());
        assertThat(told.get(2)).isInstanceOf(ClarificationAsked.class);
        assertThat(messages(id, 1)).singleElement().isInstanceOfSatisfying(CustomerMessageComposed.class, message -> {
            assertThat(message.kind()).isEqualTo("clarification");
            assertThat(message.body())
                    .contains(question, filed.at("/owner/name").asString());
        });

        var answered = say(app, id, answer, key());

        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
        assertThat(answered.json().at("/diagnosis/hypotheses/0/nature").asString())
                .isEqualTo("invoice");
        assertThat(answered.json().at("/next/what").asString()).isEqualTo("department-answers");
        assertThat(answered.json().at("/conversation/question").isMissingNode()).isTrue();
        assertThat(events(Topics.COMPLAINTS, id, 6).get(4))
                .isInstanceOfSatisfying(
                        DiagnosisRevised.class,
                        it -> assertThat(it.reason()).isEqualTo(DiagnosisRevised.Reason.CLARIFIED));
        assertThat(messages(id, 2).get(1)).isInstanceOfSatisfying(CustomerMessageComposed.class, message -> {
            assertThat(message.kind()).isEqualTo("acknowledgement");
            assertThat(message.citing()).isEqualTo(id + ":intake:5");
        });
    }

    @Test
    @Behaviour({"R19", "R54"})
    void who_has_to_come_back_is_counted_and_the_moods_can_be_compared() {
        String id = caseAbout("The parcel was delivered late.");

        var again = say(app, id, "THIS IS AN OUTRAGEOUS DISGRACE, where is my parcel!!!", key());

        assertThat(again.json().at("/repeatedContacts").asInt()).isEqualTo(1);
        assertThat(again.json().at("/mood/latest").asDouble())
                .isLessThan(again.json().at("/mood/before").asDouble());
        assertThat(events(Topics.COMPLAINTS, id, 3).get(2)).isInstanceOfSatisfying(WordsReceived.class, it -> {
            assertThat(it.repeated()).isTrue();
            assertThat(it.text()).startsWith("THIS IS AN OUTRAGEOUS");
        });
    }

    @Test
    @Behaviour("R1")
    void the_same_words_are_heard_once_and_others_under_their_key_are_refused() {
        String id = caseAbout("The parcel was delivered late.");
        String[] key = key();
        var first = say(app, id, "Hello?", key);

        var again = say(app, id, "Hello?", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json().at("/conversation/words").asInt()).isEqualTo(1);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        var other = say(app, id, "Good bye!", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void what_cannot_be_heard_is_refused_with_the_reasons() {
        String id = caseAbout("The parcel was delivered late.");
        String path = "/api/v1/cases/" + id + "/words";

        assertThat(app.post(path, "{\"text\":\"Hello\"}").problem()).isEqualTo("idempotency-key-missing");
        assertThat(app.post(path, "{\"text\":\" \",\"channel\":\"pigeon\",\"mood\":1}", key())
                        .pointers())
                .containsExactlyInAnyOrder("/text", "/channel", "/mood");
        assertThat(app.post(path, "{\"text\":\"" + "x".repeat(4_001) + "\"}", key())
                        .pointers())
                .containsExactly("/text");
        assertThat(say(intake.as("other", "frontline"), id, "Hello", key()).status())
                .isEqualTo(404);
        assertThat(say(intake.as("x", "auditor"), id, "Hello", key()).status()).isEqualTo(403);
        assertThat(say(app, UUID.randomUUID().toString(), "Hello", key()).status())
                .isEqualTo(404);
        assertThat(say(consultant, id, "The customer called.", key()).status()).isEqualTo(201);
    }

    @Test
    @Behaviour({"R6", "R12"})
    void a_consultant_corrects_what_was_understood_if_it_is_what_the_consultant_saw() {
        String id = caseAbout("The parcel was delivered late.");
        String path = "/api/v1/cases/" + id + "/diagnosis";
        String body = "{\"nature\":\"invoice\",\"reason\":\"I called her.\"}";
        String tag = tagOnceAnswered(id);

        assertThat(consultant.post(path, body).status()).isEqualTo(428);
        assertThat(consultant.post(path, body, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(app.post(path, body, "If-Match", tag).status()).isEqualTo(403);
        assertThat(consultant
                        .post(path, body.replace("invoice", "weather"), "If-Match", tag)
                        .pointers())
                .containsExactly("/nature");
        assertThat(consultant
                        .post(path, body.replace("{", "{\"cause\":\"VENTING\","), "If-Match", tag)
                        .pointers())
                .containsExactly("/cause");

        var corrected = consultant.post(path, body, "If-Match", tag);

        assertThat(corrected.status()).as(corrected.body()).isEqualTo(200);
        assertThat(corrected.json().at("/diagnosis/hypotheses/0/nature").asString())
                .isEqualTo("invoice");
        assertThat(events(Topics.COMPLAINTS, id, 4).get(2)).isInstanceOfSatisfying(DiagnosisRevised.class, it -> {
            assertThat(it.reason()).isEqualTo(DiagnosisRevised.Reason.CORRECTED);
            assertThat(it.by()).isEqualTo("andrei");
        });
    }

    @Test
    @Behaviour("R144")
    void a_hostile_customer_is_seen_in_the_case() {
        assertThat(file("You idiots, the invoice is wrong.", "en")
                        .path("hostile")
                        .asBoolean())
                .isTrue();
        assertThat(file("The invoice is wrong.", "en").path("hostile").asBoolean())
                .isFalse();
    }

    @Test
    @Behaviour({"R138", "R144", "R146"})
    void who_wants_contact_stands_on_the_consultants_list_until_somebody_was_in_touch() {
        JsonNode filed = file("La fattura è sbagliata.", "it");
        String id = filed.path("caseId").asString();
        String owner = filed.at("/owner/id").asString();
        String path = "/api/v1/cases/" + id;

        var wished = app.post(path + "/contact-wishes", "{\"how\":\"phone\"}");

        assertThat(wished.status()).as(wished.body()).isEqualTo(200);
        assertThat(wished.json().at("/conversation/contactWish/how").asString()).isEqualTo("phone");
        assertThat(app.post(path + "/contact-wishes", "{\"how\":\"phone\"}").header("Idempotent-Replayed"))
                .isEqualTo("true");
        assertThat(app.post(path + "/contact-wishes", "{\"by\":\"2020-01-01T00:00:00Z\"}")
                        .pointers())
                .containsExactly("/by");
        assertThat(contactsOf(owner)).contains(id);
        assertThat(loadOf(owner).path("contactWishes").asInt()).isPositive();
        assertThat(app.post(path + "/contacts", "{\"note\":\"Me\"}").status()).isEqualTo(403);

        var made = consultant.post(
                path + "/contacts",
                "{\"note\":\"Called, and we spoke about the snow.\",\"mood\":0.4,\"smallTalk\":true}");

        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.json().at("/mood/latest").asDouble()).isEqualTo(0.4);
        assertThat(made.json().at("/conversation/contactWish").isMissingNode()).isTrue();
        assertThat(contactsOf(owner)).doesNotContain(id);
        assertThat(events(Topics.COMPLAINTS, id, 4).subList(2, 4))
                .extracting(Object::getClass)
                .containsExactly(ContactWished.class, ContactMade.class);
    }

    @Test
    @Behaviour("R138")
    void a_contact_that_nobody_kept_is_told_and_the_supervisor_sees_it() {
        JsonNode filed = file("Faktura jest błędna.", "pl");
        String id = filed.path("caseId").asString();
        app.post(
                "/api/v1/cases/" + id + "/contact-wishes",
                "{\"by\":\"" + java.time.Instant.now().plusSeconds(2) + "\"}");

        assertThat(events(Topics.COMPLAINTS, id, 4).get(3)).isInstanceOf(ContactOverdue.class);
        JsonNode load = supervisor()
                .get("/api/v1/consultants")
                .json()
                .path("consultants")
                .valueStream()
                .filter(it -> it.path("id").equals(filed.at("/owner/id")))
                .findFirst()
                .orElseThrow();
        assertThat(load.path("overdueContacts").asInt()).isPositive();
    }

    @Test
    @Behaviour({"R141", "R144"})
    void the_load_of_everybody_is_visible_to_those_who_lead_and_to_nobody_else() {
        JsonNode filed = file("You idiots, the invoice is wrong.", "en");
        String owner = filed.at("/owner/id").asString();

        assertThat(loadOf(owner).path("openCases").asInt()).isPositive();
        assertThat(loadOf(owner).path("hostileCases").asInt()).isPositive();
        assertThat(app.get("/api/v1/consultants").status()).isEqualTo(403);
        assertThat(supervisor().get("/api/v1/consultants/nobody/contacts").status())
                .isEqualTo(404);
        assertThat(supervisor()
                        .get("/api/v1/consultants/" + owner + "/contacts?limit=0")
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @Behaviour("R8")
    @CsvSource(delimiter = '|', textBlock = """
            Thank you so much, great service. | praise |
            I just needed to vent, nobody listens. | listening | customer-is-heard
            The invoice is wrong. | complaint | department-answers
            """)
    void a_case_says_what_it_is_and_only_a_complaint_goes_through_all_steps(
            String text, String kind, @Nullable String next) {
        JsonNode filed = file(text, "en");

        assertThat(filed.path("kind").asString()).isEqualTo(kind);
        assertThat(filed.at("/next/what").asString("")).isEqualTo(next == null ? "" : next);
    }

    private static HttpTalk supervisor() {
        return intake.as("sofia", "supervisor");
    }

    private static List<String> contactsOf(String consultantId) {
        return supervisor()
                .get("/api/v1/consultants/" + consultantId + "/contacts?limit=200")
                .json()
                .path("contacts")
                .valueStream()
                .map(it -> it.path("caseId").asString())
                .toList();
    }

    private static JsonNode loadOf(String consultantId) {
        return supervisor()
                .get("/api/v1/consultants")
                .json()
                .path("consultants")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(consultantId))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode file(String text, String language) {
        var answer = app.post(
                "/api/v1/complaints",
                "{\"customer\":{\"reference\":\"C-" + UUID.randomUUID() + "\"},\"channel\":\"web\",\"language\":\""
                        + language + "\",\"text\":" + JsonMapper.shared().writeValueAsString(text) + "}",
                key());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static String caseAbout(String text) {
        return file(text, "en").path("caseId").asString();
    }

    private static HttpTalk.Answer say(HttpTalk who, String id, String text, String[] key) {
        return who.post(
                "/api/v1/cases/" + id + "/words",
                "{\"text\":" + JsonMapper.shared().writeValueAsString(text) + "}",
                key);
    }

    private static List<CaseEvent> events(String topic, String id, int count) {
        return intake.await(topic, id, count).stream()
                .map(record -> Wire.read(RunningService.type(record), record.value()))
                .toList();
    }

    private static List<CustomerMessageComposed> messages(String id, int count) {
        return intake
                .await(Topics.CUSTOMER_MESSAGES, id, count, EventTypes.wireName(CustomerMessageComposed.class))
                .stream()
                .map(record -> Wire.read(RunningService.type(record), record.value()))
                .map(CustomerMessageComposed.class::cast)
                .toList();
    }

    /** What became of the first answer changes the case, too. */
    private static String tagOnceAnswered(String id) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> consultant
                        .get("/api/v1/cases/" + id + "/messages")
                        .json()
                        .at("/messages/0")
                        .has("settledAt"));
        return consultant.get("/api/v1/cases/" + id).header("ETag");
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
