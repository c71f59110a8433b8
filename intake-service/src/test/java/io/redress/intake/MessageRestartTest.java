package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.RunningService;
import io.redress.intake.adapter.delivery.WebhookReceiver;
import io.redress.intake.adapter.delivery.WebhookReceiver.Answer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages that are underway while the service comes to its end. */
class MessageRestartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String COMPLAINT =
            "{\"customer\":{\"reference\":\"C-1\"},\"channel\":\"web\",\"language\":\"en\",\"text\":\"My invoice is wrong!\"}";

    @TempDir
    Path stores;

    /** A process that ends between the receiver's acceptance and the note of it is one that has seen no answer. */
    @Test
    void what_the_receiver_had_taken_is_asked_for_at_the_next_start_and_is_there_once() {
        try (WebhookReceiver receiver = new WebhookReceiver(SECRET)) {
            receiver.behaves(_ -> Answer.silenceAfterAccepting());
            String caseId;
            try (RunningService first = running(receiver)) {
                caseId = first.as("app", "frontline")
                        .post("/api/v1/complaints", COMPLAINT, "Idempotency-Key", "key-1")
                        .json()
                        .path("caseId")
                        .asString();
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> !receiver.callsAbout(caseId).isEmpty());
            }
            receiver.behaves(_ -> Answer.status(204));
            try (RunningService second = running(receiver)) {
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> second.as("app", "frontline")
                                .get("/api/v1/cases/" + caseId + "/messages")
                                .json()
                                .at("/messages/0/state")
                                .asString()
                                .equals("sent"));
            }
            assertThat(receiver.callsAbout(caseId)).hasSizeGreaterThan(1);
            assertThat(receiver.kept().keySet()).containsExactly(caseId + ":acknowledgement:1");
        }
    }

    private RunningService running(WebhookReceiver receiver) {
        return RunningService.start(
                IntakeApplication.class,
                "intake-service",
                stores,
                Clock.systemUTC(),
                Map.of(
                        "redress.intake.delivery.webhook.url",
                        receiver.url().toString(),
                        "redress.intake.delivery.webhook.secrets",
                        SECRET));
    }
}
