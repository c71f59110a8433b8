package io.redress.department;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charters that a file says, over several starts of the service. */
class CharterFileTest {
    private static final String CHARTER = "/api/v1/departments/depot/charter";

    @TempDir
    Path folder;

    @Test
    void a_file_publishes_what_it_has_not_published_before() throws IOException {
        try (RunningService from = started("First")) {
            assertThat(version(from)).isEqualTo(1);
            restart(from, "First");
            assertThat(version(from)).isEqualTo(1);
            restart(from, "Second");
            assertThat(version(from)).isEqualTo(2);
            restart(from, "First");
            assertThat(version(from)).isEqualTo(2);
            assertThat(from.as("a", "frontline")
                            .get(CHARTER)
                            .json()
                            .path("guide")
                            .asString())
                    .isEqualTo("Second");
        }
    }

    private RunningService started(String guide) throws IOException {
        return RunningService.start(
                DepartmentApplication.class,
                "department-service",
                folder.resolve("store"),
                Clock.systemUTC(),
                saying(guide));
    }

    private void restart(RunningService from, String guide) throws IOException {
        from.restart(folder.resolve("store"), saying(guide));
    }

    private Map<String, String> saying(String guide) throws IOException {
        Path file = folder.resolve("charters.yaml");
        Files.writeString(file, "charters: [{department: depot, guide: " + guide + "}]");
        return Map.of("redress.department.charters", file.toUri().toString());
    }

    private int version(RunningService from) {
        return from.as("a", "frontline").get(CHARTER).json().path("version").asInt();
    }
}
