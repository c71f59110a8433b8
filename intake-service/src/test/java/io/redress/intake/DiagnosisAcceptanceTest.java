package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.Severity;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The diagnosis from outside: a complaint in, its case and its event out. */
class DiagnosisAcceptanceTest {
    private static RunningService intake;
    private static HttpTalk app;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = RunningService.start(IntakeApplication.class, "intake-service", folder);
        app = intake.as("app", "frontline");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    @Behaviour({"R2", "R10"})
    void two_problems_are_two_hypotheses_with_their_evidence_beside_the_words_as_they_were() {
        String text = "The kettle leaks. Also you charged my card twice.";
        JsonNode filed = file(text, "en");

        assertThat(filed.path("text").asString()).isEqualTo(text);
        List<String> natures = filed.at("/diagnosis/hypotheses")
                .valueStream()
                .map(hypothesis -> hypothesis.path("nature").asString())
                .toList();
        assertThat(natures).containsExactlyInAnyOrder("defect", "overcharge");
        JsonNode span = filed.at("/diagnosis/hypotheses/0/evidence/0");
        assertThat(text.substring(span.path("start").asInt(), span.path("end").asInt()))
                .isIn("leaks", "charged my card twice");
    }

    @ParameterizedTest
    @Behaviour({"R3", "R4"})
    @CsvSource(delimiter = '|', textBlock = """
            The delivery is two weeks late.                | delivery | SERVICE_FAILURE
            I do not understand this invoice at all.       | invoice  | MISUNDERSTANDING
            I just needed to vent, nobody listens.         | venting  | VENTING
            """)
    void nature_and_cause_are_told_apart(String text, String nature, String cause) {
        JsonNode strongest = file(text, "en").at("/diagnosis/hypotheses/0");

        assertThat(strongest.path("nature").asString()).isEqualTo(nature);
        assertThat(strongest.path("cause").asString()).isEqualTo(cause);
    }

    @Test
    @Behaviour("R5")
    void what_says_nothing_is_unclear_with_hardly_any_confidence() {
        JsonNode strongest = file("Xyzzy plugh.", "en").at("/diagnosis/hypotheses/0");

        assertThat(strongest.path("nature").asString()).isEqualTo("unclear");
        assertThat(strongest.path("confidence").asDouble()).isLessThan(0.2);
    }

    @Test
    @Behaviour({"R41", "R48", "R110"})
    void signs_of_publicity_crisis_and_outage_and_the_severity_are_on_the_event() {
        ComplaintDiagnosed loud = diagnosed("The invoice is wrong, I will call a journalist.");
        ComplaintDiagnosed crisis = diagnosed("Our customer data was hacked, this is a data breach.");
        ComplaintDiagnosed outage = diagnosed("Nobody can log in, the service is down for everyone.");

        assertThat(loud.publicImpact()).isTrue();
        assertThat(loud.severity()).isEqualTo(Severity.HIGH);
        assertThat(loud.massOutage()).isFalse();
        assertThat(crisis.crisis()).isTrue();
        assertThat(crisis.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(outage.massOutage()).isTrue();
        assertThat(outage.severity()).isEqualTo(Severity.CRITICAL);
    }

    private static ComplaintDiagnosed diagnosed(String text) {
        JsonNode filed = file(text, "en");
        var event = intake.await(Topics.COMPLAINTS, filed.path("caseId").asString(), 2)
                .get(1);
        var read = (ComplaintDiagnosed) Wire.read(RunningService.type(event), event.value());
        assertThat(filed.at("/diagnosis/severity").asString()).isEqualTo(String.valueOf(read.severity()));
        return read;
    }

    private static JsonNode file(String text, String language) {
        var body = JsonMapper.shared().createObjectNode();
        body.putObject("customer").put("reference", "C-" + UUID.randomUUID());
        body.put("channel", "web").put("language", language).put("text", text);
        var answer = app.post(
                "/api/v1/complaints",
                body.toString(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }
}
