package io.redress.department;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A department without any system of its own: it is asked by mail and in its format, and answers in the same. */
class MessageChannelTest {
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String MESSAGES = "/api/v1/departments/logistics/messages";
    private static final Map<String, String> SETTINGS =
            Map.of("redress.department.charters", "classpath:charters-of-people.yaml");

    @TempDir
    static Path folder;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final RequestId requestId = RequestId.of(caseId, 1);
    private final String request = "/api/v1/departments/logistics/requests/" + requestId;
    private final Path mail =
            folder.resolve("department-mail").resolve("logistics").resolve(requestId + ".eml");

    @BeforeAll
    static void start() {
        service = RunningService.start(
                DepartmentApplication.class, "department-service", folder, Clock.systemUTC(), SETTINGS);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R67", "R152"})
    void a_department_is_asked_by_mail_and_its_answer_by_mail_ends_the_request() throws IOException {
        ask();
        String sent = Files.readString(mail, UTF_8);
        assertThat(sent)
                .contains("Message-ID: <" + requestId + "@redress.example>")
                .contains("To: magazzino@redress.example")
                .contains("Oggetto: When did it leave?");

        String answer = "From: Luiza <luiza@redress.example>\r\nMessage-ID: <77@redress.example>\r\n"
                + "Subject: Re: [" + requestId + "] Da fare\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                + "Risposta: partito ieri.\r\n\r\n> Oggetto: When did it leave?\r\n";
        Answer said = send("message/rfc822", answer);
        Answer again = send("message/rfc822", answer);

        assertThat(said.status()).isEqualTo(201);
        assertThat(said.json().at("/request/state").asString()).isEqualTo("answered");
        assertThat(said.json().at("/request/answer/findings").asString()).isEqualTo("partito ieri.");
        assertThat(said.json().at("/request/answer/by").asString()).isEqualTo("Luiza");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        service.await(Topics.DEPARTMENTS, caseId.value(), 1, "redress.department.request-answered.v1");
    }

    @Test
    @Behaviour("R152")
    void a_request_leaves_as_mail_once_though_the_mail_is_taken_and_the_service_starts_again() throws IOException {
        ask();
        Files.delete(mail);
        service.restart(folder, SETTINGS);
        MessageChannelTest other = new MessageChannelTest();
        other.ask();

        assertThat(mail).doesNotExist();
    }

    @Test
    @Behaviour("R67")
    void a_request_is_shown_in_the_format_that_its_department_uses() {
        ask();

        assertThat(read("text/csv"))
                .startsWith("Richiesta;Oggetto;Ordine;Entro;Risposta;Testo\n" + requestId + ";When did it leave?;;");
        assertThat(read("text/plain")).startsWith("Richiesta: " + requestId + "\nOggetto: When did it leave?\n");
        assertThat(read("message/rfc822")).contains("Subject: ").contains("Message-ID: <" + requestId + "@");
        assertThat(people().get(request).json().path("state").asString()).isEqualTo("open");
        assertThat(people().get(request, "Accept", "application/json, text/plain, */*")
                        .body())
                .startsWith("{");
    }

    @Test
    @Behaviour("R67")
    void a_line_or_form_that_was_filled_in_is_taken_for_the_reply_it_means() {
        ask();

        Answer question = send("text/csv", "Richiesta;Risposta;Testo\n" + requestId + ";domanda;Quale ordine?\n", "k1");
        assertThat(question.status()).isEqualTo(201);
        assertThat(question.json().at("/request/questions/0/text").asString()).isEqualTo("Quale ordine?");
        Answer progress = send(
                "text/plain", "Richiesta: " + requestId + "\nRisposta: avanzamento\nTesto: Cerchiamo.\nAncora.", "k2");
        assertThat(progress.json().at("/request/progress/0/note").asString()).isEqualTo("Cerchiamo.\nAncora.");
        Answer declined = send("text/plain", requestId + "\nRifiuto: finance\nÈ una fattura.", "k3");
        assertThat(declined.json().at("/request/decline/rightOwner").asString()).isEqualTo("finance");
    }

    @Test
    @Behaviour("R67")
    void another_format_is_refused_at_once_with_the_right_one() {
        ask();

        Answer line = send("text/csv", "Request,Reply\n" + requestId + ",answer\n", "k1");
        assertThat(line.status()).isEqualTo(422);
        assertThat(line.problem()).isEqualTo("wrong-format");
        assertThat(line.body()).contains("Richiesta;Oggetto;Ordine;Entro;Risposta;Testo");
        Answer words = send("text/plain", requestId + "\nWe will see.", "k2");
        assertThat(words.status()).isEqualTo(422);
        assertThat(words.body()).contains("comincia con una delle parole");
        assertThat(send("application/json", "{}", "k3").status()).isEqualTo(415);
        assertThat(send("text/plain", requestId + "\nrisposta: sì", null).status())
                .isEqualTo(400);
        assertThat(send("text/plain", requestId + "\nrisposta: " + "x".repeat(300_000), "k4")
                        .status())
                .isEqualTo(413);
        assertThat(people().get(request).json().path("state").asString()).isEqualTo("open");
    }

    @Test
    @Behaviour("R67")
    void what_is_asked_of_a_department_may_be_written_as_that_department_writes_it() {
        Answer read = service.as("silvia", "department:finance")
                .send(
                        "POST",
                        "/api/v1/departments/logistics/request-fields",
                        "Ordine: so 77182",
                        "Content-Type",
                        "text/plain");
        Answer lacking = service.as("silvia", "department:finance")
                .send(
                        "POST",
                        "/api/v1/departments/logistics/request-fields",
                        "Ordine;Testo\nniente;x",
                        "Content-Type",
                        "text/csv");

        assertThat(read.json().at("/fields/order").asString()).isEqualTo("SO77182");
        assertThat(lacking.status()).isEqualTo(422);
        assertThat(lacking.body()).contains("/fields/order");
    }

    @Test
    void a_message_about_another_departments_request_and_of_a_foreign_caller_is_404() {
        ask();
        String text = requestId + "\nrisposta: sì";

        assertThat(service.as("silvia", "department:finance")
                        .send("POST", MESSAGES, text, "Content-Type", "text/plain", "Idempotency-Key", "a")
                        .status())
                .isEqualTo(404);
        assertThat(service.as("silvia", "department:finance")
                        .send(
                                "POST",
                                "/api/v1/departments/finance/messages",
                                requestId + "\nanswer: yes",
                                "Content-Type",
                                "text/plain",
                                "Idempotency-Key",
                                "a")
                        .status())
                .isEqualTo(404);
        assertThat(service.as("silvia", "department:finance")
                        .get(request, "Accept", "text/csv")
                        .status())
                .isEqualTo(404);
    }

    private static HttpTalk people() {
        return service.as("luiza", "department:logistics");
    }

    private String read(String type) {
        Answer answer = people().get(request, "Accept", type);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
        return answer.body();
    }

    private static Answer send(String type, String body) {
        return people().send("POST", MESSAGES, body, "Content-Type", type);
    }

    private static Answer send(String type, String body, @org.jspecify.annotations.Nullable String key) {
        return key == null
                ? send(type, body)
                : people().send("POST", MESSAGES, body, "Content-Type", type, "Idempotency-Key", key);
    }

    /** Raises the request and waits until its mail is there. */
    private void ask() {
        RequestRaised raised = new RequestRaised(
                caseId,
                requestId,
                LOGISTICS,
                RequestKind.INFORMATION,
                "delivery",
                "When did it leave?",
                "Where is my order?",
                "en",
                null,
                NOW,
                NOW);
        service.publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                1,
                EventTypes.wireName(RequestRaised.class),
                Wire.write(raised));
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(mail));
    }
}
