package io.redress.benchmarks.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.benchmarks.CannotRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationTest {
    private static final Path EXAMPLE = Path.of("../docs/examples/organisation.yaml");

    @Test
    void the_example_can_be_played() {
        Played played = Play.of(Organisation.read(EXAMPLE).withCases(100), 1);
        assertThat(played.figures()).containsEntry("cases", 100).containsEntry("promisesRefused", 0);
    }

    @Test
    void all_that_is_wrong_is_said_at_once(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), """
                start: 2026-11-23T08:00:00Z
                cases: 0
                casesPerDay: -1
                natures: {spaghetti: 1}
                departments:
                  - code: finance
                    capacity: 0
                    work: {medianMinutes: 60, p90Minutes: 30}
                    habits: {padding: 2, declines: 0.1, helps: 0.1, helpFrom: kitchen, silence: 0.5}
                """);
        assertThatThrownBy(() -> Organisation.read(file))
                .isInstanceOf(CannotRun.class)
                .hasMessageContainingAll(
                        "Expected cases of 1 to 100,000, but got 0",
                        "casesPerDay",
                        "spaghetti",
                        "a capacity of 1 to 10,000",
                        "In work",
                        "padding of 0 to 1",
                        "declinesTo",
                        "kitchen",
                        "silenceHours");
    }

    @Test
    void what_nobody_knows_is_refused_with_its_place(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("typo.yaml"), "case: 5\n");
        assertThatThrownBy(() -> Organisation.read(file))
                .isInstanceOf(CannotRun.class)
                .hasMessageContaining("typo.yaml");
    }

    @Test
    void one_thing_can_be_otherwise() {
        Organisation plan = Organisation.read(EXAMPLE);
        assertThat(plan.whatIf("capacity", "finance=+2")
                        .departments()
                        .getFirst()
                        .capacity())
                .isEqualTo(6);
        assertThat(plan.whatIf("capacity", "finance=1").departments().getFirst().capacity())
                .isEqualTo(1);
        assertThat(plan.whatIf("padding", "all=0.5").departments())
                .allMatch(it -> it.habits().padding() == 0.5);
        assertThatThrownBy(() -> plan.whatIf("capacity", "finance=-9")).hasMessageContaining("capacity");
        assertThatThrownBy(() -> plan.whatIf("capacity", "kitchen=2")).hasMessageContaining("kitchen");
        assertThatThrownBy(() -> plan.whatIf("mood", "all=1")).hasMessageContaining("mood");
        assertThatThrownBy(() -> plan.whatIf("capacity", "much")).hasMessageContaining("finance=+2");
    }
}
