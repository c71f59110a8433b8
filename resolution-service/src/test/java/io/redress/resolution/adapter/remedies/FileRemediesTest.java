package io.redress.resolution.adapter.remedies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.resolution.application.RemedyOrder;
import io.redress.resolution.application.RemedyOutcome;
import io.redress.resolution.application.RemedyOutcome.Executed;
import io.redress.resolution.application.RemedyOutcome.NeverOrdered;
import io.redress.resolution.application.RemedyOutcome.Refused;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class FileRemediesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Remedy CREDIT = credit("10.00");

    @TempDir
    Path folder;

    @Test
    @Behaviour("R110")
    void a_thousand_remedies_ordered_three_times_at_once_are_a_thousand_lines() throws IOException {
        try (FileRemedies remedies = new FileRemedies(folder, CLOCK)) {
            List<RemedyOutcome> outcomes = Objects.requireNonNull(Flux.range(0, 3_000)
                    .flatMap(n -> remedies.execute(order(n % 1_000)), 500)
                    .collectList()
                    .block());

            assertThat(outcomes).hasSize(3_000).allMatch(Executed.class::isInstance);
            assertThat(outcomes.stream().distinct()).hasSize(1_000);
        }
        assertThat(lines()).hasSize(1_000);
        assertThat(lines().stream()
                        .map(it -> RemedyLine.read(it.getBytes(UTF_8)).id()))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 1_000)
                        .mapToObj(n -> order(n).remedyId())
                        .toList());
    }

    @Test
    void what_was_carried_out_before_a_restart_is_known_and_not_carried_out_again() throws IOException {
        RemedyOutcome before;
        try (FileRemedies remedies = new FileRemedies(folder, CLOCK)) {
            before = of(remedies.execute(order(1)));
        }
        try (FileRemedies again = new FileRemedies(folder, InstantSource.fixed(NOW.plusSeconds(60)))) {
            assertThat(of(again.ask(order(1).remedyId()))).isEqualTo(before).isInstanceOf(Executed.class);
            assertThat(of(again.execute(order(1)))).isEqualTo(before);
            assertThat(of(again.ask(order(2).remedyId()))).isEqualTo(new NeverOrdered());
        }
        assertThat(lines()).hasSize(1);
    }

    @Test
    void a_line_that_a_crash_has_cut_off_was_never_carried_out() throws IOException {
        try (FileRemedies remedies = new FileRemedies(folder, CLOCK)) {
            of(remedies.execute(order(1)));
        }
        byte[] torn = RemedyLine.of(order(2), NOW).json();
        Files.write(file(), List.of(), StandardOpenOption.APPEND);
        Files.write(file(), java.util.Arrays.copyOf(torn, torn.length / 2), StandardOpenOption.APPEND);

        try (FileRemedies again = new FileRemedies(folder, CLOCK)) {
            assertThat(of(again.ask(order(2).remedyId()))).isEqualTo(new NeverOrdered());
            assertThat(of(again.execute(order(2)))).isInstanceOf(Executed.class);
        }
        assertThat(lines()).hasSize(2);
    }

    @Test
    void what_the_index_has_missed_or_lost_is_read_from_the_file() throws IOException {
        try (FileRemedies remedies = new FileRemedies(folder, CLOCK)) {
            of(remedies.execute(order(1)));
        }
        FileSystemUtils.deleteRecursively(folder.resolve("index"));
        Files.write(
                file(),
                (new String(RemedyLine.of(order(2), NOW).json(), UTF_8) + "\n").getBytes(UTF_8),
                StandardOpenOption.APPEND);

        try (FileRemedies again = new FileRemedies(folder, CLOCK)) {
            assertThat(of(again.execute(order(1)))).isInstanceOf(Executed.class);
            assertThat(of(again.execute(order(2)))).isInstanceOf(Executed.class);
        }
        assertThat(lines()).hasSize(2);
    }

    @Test
    void another_remedy_under_the_same_id_is_refused() throws IOException {
        try (FileRemedies remedies = new FileRemedies(folder, CLOCK)) {
            of(remedies.execute(order(1)));
            RemedyOrder other = new RemedyOrder(order(1).remedyId(), "C-1", credit("20.00"), "an incident", NOW, false);

            assertThat(of(remedies.execute(other))).isInstanceOf(Refused.class);
        }
        assertThat(lines()).hasSize(1);
    }

    @Test
    void the_same_amount_written_otherwise_is_the_same_remedy() throws IOException {
        try (FileRemedies remedies = new FileRemedies(folder, CLOCK)) {
            of(remedies.execute(order(1)));
            RemedyOrder shorter = new RemedyOrder(
                    order(1).remedyId(),
                    "C-1",
                    new Remedy("credit", new Money(new BigDecimal("10.0"), "EUR"), null),
                    "an incident",
                    NOW,
                    false);

            assertThat(of(remedies.execute(shorter))).isInstanceOf(Executed.class);
        }
        assertThat(lines()).hasSize(1);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    private Path file() {
        return folder.resolve(RemedyFile.NAME);
    }

    private static RemedyOutcome of(Mono<RemedyOutcome> outcome) {
        return Objects.requireNonNull(outcome.block());
    }

    private static RemedyOrder order(int number) {
        return new RemedyOrder("incident:C-" + number, "C-" + number, CREDIT, "an incident", NOW, false);
    }

    private static Remedy credit(String amount) {
        return new Remedy("credit", new Money(new BigDecimal(amount), "EUR"), null);
    }
}
