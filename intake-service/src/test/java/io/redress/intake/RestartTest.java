package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client may rely on when intake goes down between two tries of one request. */
class RestartTest {
    private static final String COMPLAINT = "{\"customer\":{\"reference\":\"C-1\"},\"channel\":\"web\","
            + "\"clientReference\":\"web-1\",\"text\":\"My invoice is wrong, you charged me twice!\"}";

    @Test
    @Behaviour("R1")
    void the_same_request_after_a_restart_is_the_same_case(@TempDir Path folder) {
        HttpTalk.Answer before;
        try (RunningService first = RunningService.start(IntakeApplication.class, "intake-service", folder)) {
            before = file(first, "try");
        }
        try (RunningService second = RunningService.start(IntakeApplication.class, "intake-service", folder)) {
            HttpTalk.Answer again = file(second, "try");
            HttpTalk.Answer byNumber = file(second, "another key");

            assertThat(before.status()).isEqualTo(201);
            assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
            assertThat(again.json().path("caseId")).isEqualTo(before.json().path("caseId"));
            assertThat(byNumber.json().path("caseId")).isEqualTo(before.json().path("caseId"));
        }
    }

    private static HttpTalk.Answer file(RunningService intake, String key) {
        return intake.as("webshop", "frontline").post("/api/v1/complaints", COMPLAINT, "Idempotency-Key", key);
    }
}
