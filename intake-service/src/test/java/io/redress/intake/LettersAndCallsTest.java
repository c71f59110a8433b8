package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ContactMade;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.adapter.delivery.SmtpSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whoever has nothing but e-mail or a telephone takes part like everybody else. */
class LettersAndCallsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final SmtpSink MAILBOX = new SmtpSink();

    private static RunningService intake;
    private static Path folder;

    private final String sender = "maria." + UUID.randomUUID() + "@customer.example";

    @BeforeAll
    static void start(@TempDir Path temporary) {
        folder = temporary;
        intake = RunningService.start(
                IntakeApplication.class,
                "intake-service",
                temporary,
                Clock.systemUTC(),
                Map.of(
                        "redress.intake.delivery.smtp.host", "127.0.0.1",
                        "redress.intake.delivery.smtp.port", Integer.toString(MAILBOX.port()),
                        "redress.intake.delivery.smtp.start-tls", "false",
                        "redress.intake.delivery.smtp.from", "Care <care@redress.example>"));
    }

    @AfterAll
    static void stop() throws IOException {
        intake.close();
        MAILBOX.close();
    }

    @Test
    @Behaviour("R152")
    void who_has_only_email_is_heard_answered_and_told_the_end_by_email_alone() {
        HttpTalk mailSystem = intake.as("mail-system", "frontline");
        String caseId = filed(
                mailSystem,
                "{\"customer\":{\"reference\":\"C-" + UUID.randomUUID() + "\"},\"email\":{\"from\":\"Maria Rossi <"
                        + sender
                        + ">\",\"subject\":\"Invoice\",\"body\":\"My invoice is wrong, you charged me twice!\"}}");
        Awaitility.await().atMost(PATIENCE).until(() -> mails().size() == 1);

        var said = mailSystem.post(
                "/api/v1/cases/" + caseId + "/words",
                "{\"text\":\"It is invoice 4711.\",\"channel\":\"email\"}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        intake.publish(
                Topics.RESOLUTIONS,
                "resolutions",
                caseId,
                1,
                EventTypes.wireName(SolutionExecuted.class),
                Wire.write(new SolutionExecuted(new CaseId(caseId), "o1", "A refund", Instant.now())));

        assertThat(said.status()).as(said.body()).isEqualTo(201);
        assertThat(settled(caseId, "executed"))
                .allMatch(message -> message.path("provider").asString().equals("smtp")
                        && message.path("state").asString().equals("sent"));
        assertThat(mails().getFirst()).contains("Maria Rossi").contains(caseId);
        assertThat(mails().getLast()).contains(caseId);
    }

    @Test
    @Behaviour("R152")
    void who_has_only_a_telephone_is_filed_for_called_back_and_has_a_letter_that_somebody_can_read_out() {
        HttpTalk hannah = intake.as("hannah", "consultant");
        JsonNode told = hannah.post(
                        "/api/v1/complaints",
                        "{\"customer\":{\"reference\":\"C-" + UUID.randomUUID()
                                + "\",\"contact\":{\"name\":\"Ion Popa\",\"address\":\"+40 31 555 0199\"}},"
                                + "\"channel\":\"phone\",\"language\":\"ro\",\"text\":\"Factura este gresita.\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json();
        String caseId = told.path("caseId").asString();
        String owner = told.at("/owner/id").asString();
        String path = "/api/v1/cases/" + caseId;

        hannah.post(path + "/contact-wishes", "{\"how\":\"phone\"}");
        assertThat(owed(owner)).contains(caseId);
        var called = intake.as(owner, "consultant").post(path + "/contacts", "{\"note\":\"Called; he is content.\"}");

        assertThat(called.status()).as(called.body()).isEqualTo(200);
        assertThat(owed(owner)).doesNotContain(caseId);
        assertThat(intake.await(Topics.COMPLAINTS, caseId, 1, EventTypes.wireName(ContactMade.class)))
                .hasSize(1);
        assertThat(settled(caseId, "acknowledgement")
                        .getFirst()
                        .path("provider")
                        .asString())
                .isEqualTo("file");
        assertThat(letters())
                .filteredOn(line -> line.contains(caseId))
                .singleElement()
                .asString()
                .contains("Ion Popa");
    }

    private static String filed(HttpTalk who, String body) {
        var answer = who.post(
                "/api/v1/complaints", body, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("caseId").asString();
    }

    private List<String> mails() {
        return MAILBOX.mails().stream().filter(mail -> mail.contains(sender)).toList();
    }

    /** All messages of a case, once one of a kind has left. */
    private static List<JsonNode> settled(String caseId, String kind) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages(caseId))
                        .anyMatch(it -> it.path("kind").asString().equals(kind))
                        .allMatch(it -> it.has("settledAt")));
        return messages(caseId);
    }

    private static List<JsonNode> messages(String caseId) {
        return intake.as("sofia", "supervisor")
                .get("/api/v1/cases/" + caseId + "/messages")
                .json()
                .path("messages")
                .valueStream()
                .toList();
    }

    private static List<String> owed(String consultant) {
        return intake.as("sofia", "supervisor")
                .get("/api/v1/consultants/" + consultant + "/contacts?limit=200")
                .json()
                .path("contacts")
                .valueStream()
                .map(it -> it.path("caseId").asString())
                .toList();
    }

    private static List<String> letters() {
        try (Stream<Path> files = Files.list(folder.resolve("messages"))) {
            return files.flatMap(LettersAndCallsTest::lines).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
