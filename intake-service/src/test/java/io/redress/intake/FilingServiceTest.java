package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every way a complaint comes in: by a client, on its behalf, as an e-mail, with attachments. */
class FilingServiceTest {
    private static final String COMPLAINTS = "/api/v1/complaints";
    private static final String SHA = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String ATTACHMENT =
            "{\"name\":\"invoice.pdf\",\"mediaType\":\"application/pdf\",\"size\":48213," + "\"sha256\":\"" + SHA
                    + "\",\"href\":\"https://files.customer.example/invoice.pdf\"}";

    private static RunningService intake;
    private static HttpTalk app;
    private static HttpTalk anna;

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
    @Behaviour("R1")
    void a_consultant_files_on_behalf_of_a_client_which_then_sees_its_case() {
        var answer = anna.post(COMPLAINTS, complaint("\"onBehalfOf\":\"webshop\""), key());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String caseId = answer.json().path("caseId").asString();
        var seen = app.get("/api/v1/cases/" + caseId);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().path("origin").path("submittedBy").asString()).isEqualTo("webshop");
        assertThat(seen.json().path("origin").path("filedBy").asString()).isEqualTo("anna");
        assertThat(intake.as("other", "frontline")
                        .get("/api/v1/cases/" + caseId)
                        .status())
                .isEqualTo(404);
        assertThat(received(caseId)).satisfies(event -> {
            assertThat(event.submittedBy()).isEqualTo("webshop");
            assertThat(event.filedBy()).isEqualTo("anna");
        });
    }

    @Test
    void a_client_files_for_no_other_client() {
        var refused = app.post(COMPLAINTS, complaint("\"onBehalfOf\":\"bank\""), key());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/onBehalfOf");
        assertThat(app.post(COMPLAINTS, complaint("\"onBehalfOf\":\"webshop\""), key())
                        .json()
                        .path("origin")
                        .has("filedBy"))
                .isFalse();
    }

    @Test
    @Behaviour("R1")
    void twenty_parallel_tries_on_behalf_open_one_case_and_another_body_is_refused() {
        String[] key = key();
        String body = complaint("\"onBehalfOf\":\"webshop\",\"clientReference\":\"" + UUID.randomUUID() + "\"");

        List<String> cases = IntStream.range(0, 20)
                .parallel()
                .mapToObj(_ -> anna.post(COMPLAINTS, body, key))
                .map(answer -> answer.json().path("caseId").asString())
                .distinct()
                .toList();

        assertThat(cases).hasSize(1).doesNotContain("");
        assertThat(anna.post(COMPLAINTS, body, key()).json().path("caseId").asString())
                .isEqualTo(cases.getFirst());
        assertThat(anna.post(COMPLAINTS, body.replace("webshop", "bank"), key).problem())
                .isEqualTo("idempotency-key-reused");
        // The number is the client's: filed by the client itself it is the same complaint, and it is told so.
        assertThat(app.post(COMPLAINTS, body.replace("\"onBehalfOf\":\"webshop\",", ""), key())
                        .pointers())
                .containsExactly("/clientReference");
    }

    @Test
    @Behaviour({"R1", "R2"})
    void an_email_is_kept_whole_and_understood_by_the_customers_own_words() {
        String body = "Where is my parcel? It was never delivered.\\n\\n"
                + "On Mon, 2 Mar 2026 at 15:04, Desk <desk@webshop.example> wrote:\\n"
                + "> Your invoice was charged twice, we will refund the invoice.\\n";
        var answer = app.post(COMPLAINTS, email("Parcel", body, "<1@customer.example>"), key());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        JsonNode view = answer.json();
        assertThat(view.path("channel").asString()).isEqualTo("email");
        assertThat(view.path("language").asString()).isEqualTo("en");
        String text = view.path("text").asString();
        assertThat(text).startsWith("Parcel\n\nWhere is").contains("> Your invoice was charged twice");
        int quoted = text.indexOf("On Mon");
        view.path("diagnosis").path("hypotheses").forEach(hypothesis -> {
            assertThat(hypothesis.path("nature").asString()).isNotEqualTo("invoice");
            hypothesis
                    .path("evidence")
                    .forEach(span -> assertThat(span.path("end").asInt()).isLessThanOrEqualTo(quoted));
        });
        assertThat(view.path("origin").path("email").path("from").asString())
                .isEqualTo("Maria Rossi <maria@customer.example>");
        assertThat(received(view.path("caseId").asString()).text()).isEqualTo(text);
    }

    @Test
    @Behaviour("R1")
    void the_same_message_delivered_twice_is_one_case() {
        String mail = email("Broken", "The app crashes.", "<" + UUID.randomUUID() + "@customer.example>");

        var first = app.post(COMPLAINTS, mail, key());
        var again = app.post(COMPLAINTS, mail, key());
        var other = app.post(COMPLAINTS, mail.replace("crashes", "hangs"), key());

        assertThat(again.json().path("caseId")).isEqualTo(first.json().path("caseId"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(other.pointers()).containsExactly("/email/messageId");
    }

    @Test
    void attachments_are_kept_as_references_and_told_to_the_others() {
        var answer = app.post(COMPLAINTS, complaint("\"attachments\":[" + ATTACHMENT + "]"), key());

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        String caseId = answer.json().path("caseId").asString();
        assertThat(answer.json()
                        .path("origin")
                        .path("attachments")
                        .get(0)
                        .path("sha256")
                        .asString())
                .isEqualTo(SHA);
        assertThat(received(caseId).attachments())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("invoice.pdf"));
        assertThat(intake.as("eve", "auditor")
                        .get("/api/v1/cases/" + caseId)
                        .json()
                        .has("origin"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            neither text nor email | {"customer":{"reference":"C"},"channel":"web"}                                                  | /text
            both                   | {"customer":{"reference":"C"},"text":"a","email":{"from":"a@b.example","body":"b"}}            | /text
            no sender              | {"customer":{"reference":"C"},"email":{"body":"b"}}                                           | /email/from
            no address             | {"customer":{"reference":"C"},"email":{"from":"Maria","body":"b"}}                            | /email/from
            a forged header        | {"customer":{"reference":"C"},"email":{"from":"a@b.example","subject":"a\\nBcc: x","body":"b"}} | /email/subject
            HTML                   | {"customer":{"reference":"C"},"email":{"from":"a@b.example","body":" <!DOCTYPE html><p>b"}}    | /email/body
            unknown role           | {"customer":{"reference":"C","contact":{"role":"boss"}},"channel":"web","text":"a"}           | /customer/contact/role
            unknown formality      | {"customer":{"reference":"C","contact":{"formality":"x"}},"channel":"web","text":"a"}         | /customer/contact/formality
            bad client             | {"customer":{"reference":"C"},"channel":"web","text":"a","onBehalfOf":" "}                    | /onBehalfOf
            empty attachment       | {"customer":{"reference":"C"},"channel":"web","text":"a","attachments":[{}]}                  | /attachments/0/name,/attachments/0/mediaType,/attachments/0/size,/attachments/0/sha256,/attachments/0/href
            """)
    void what_cannot_be_filed_is_refused_with_its_place(String what, String body, String pointers) {
        var answer = app.post(COMPLAINTS, body, key());

        assertThat(answer.status()).as(what + ": " + answer.body()).isEqualTo(422);
        assertThat(answer.pointers()).as(what).containsExactlyInAnyOrder(pointers.split(","));
    }

    @ParameterizedTest
    @CsvSource({
        "size, 48213, 0",
        "size, 48213, 99999999999",
        "sha256, " + SHA + ", abc",
        "href, https:, http:",
        "href, https:, file:",
        "href, files.customer.example, user@files.customer.example",
        "mediaType, application/pdf, pdf"
    })
    void an_attachment_is_checked_for_its_form(String field, String good, String bad) {
        var answer = app.post(COMPLAINTS, complaint("\"attachments\":[" + ATTACHMENT.replace(good, bad) + "]"), key());

        assertThat(answer.pointers()).containsExactly("/attachments/0/" + field);
    }

    @Test
    void at_most_twenty_attachments_are_taken() {
        String many = String.join(",", java.util.Collections.nCopies(21, ATTACHMENT));

        assertThat(app.post(COMPLAINTS, complaint("\"attachments\":[" + many + "]"), key())
                        .pointers())
                .containsExactly("/attachments");
    }

    private static ComplaintReceived received(String caseId) {
        var record = intake.await(Topics.COMPLAINTS, caseId, 1).getFirst();
        return (ComplaintReceived) Wire.read(RunningService.type(record), record.value());
    }

    private static String complaint(String more) {
        return "{\"customer\":{\"reference\":\"C-" + UUID.randomUUID()
                + "\"},\"channel\":\"phone\",\"language\":\"en\"," + (more.isEmpty() ? "" : more + ",")
                + "\"text\":\"My invoice is wrong, you charged me twice!\"}";
    }

    private static String email(String subject, String body, String messageId) {
        return "{\"customer\":{\"reference\":\"C-1\"},\"email\":{\"from\":\"Maria Rossi <maria@customer.example>\",\"subject\":\""
                + subject + "\",\"body\":\"" + body + "\",\"messageId\":\"" + messageId + "\"}}";
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
