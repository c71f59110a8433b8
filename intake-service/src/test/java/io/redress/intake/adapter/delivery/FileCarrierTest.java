package io.redress.intake.adapter.delivery;

import static io.redress.intake.adapter.delivery.Letters.letter;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.contracts.Wire;
import io.redress.intake.domain.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

class FileCarrierTest {
    private static final Clock CLOCK = Clock.fixed(Letters.NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void messages_are_lines_of_a_file_per_day() throws IOException {
        try (FileCarrier carrier = new FileCarrier(folder.resolve("messages"), CLOCK)) {
            List<Receipt> receipts = Flux.range(0, 500)
                    .flatMap(n -> carrier.carry(letter("m" + n)), 500)
                    .collectList()
                    .blockOptional(Duration.ofSeconds(30))
                    .orElseThrow();
            assertThat(receipts).hasSize(500).containsOnly(new Receipt.Taken());
        }

        List<String> lines = Files.readAllLines(folder.resolve("messages/2026-03-02.ndjson"));
        assertThat(lines).hasSize(500);
        assertThat(Wire.mapper().readTree(lines.getFirst()).path("subject").asString())
                .isEqualTo("Reclamația dumneavoastră");
    }

    @Test
    void a_message_that_comes_again_is_there_once_also_after_a_restart() throws IOException {
        for (int start = 0; start < 3; start++) {
            try (FileCarrier carrier = new FileCarrier(folder, CLOCK)) {
                for (int times = 0; times < 2; times++) {
                    assertThat(carrier.carry(letter("1")).blockOptional(Duration.ofSeconds(30)))
                            .contains(new Receipt.Taken());
                }
            }
        }

        assertThat(Files.readAllLines(folder.resolve("2026-03-02.ndjson"))).hasSize(1);
    }

    @Test
    void a_line_that_a_crash_cut_off_is_written_again_whole() throws IOException {
        Path file = folder.resolve("2026-03-02.ndjson");
        Files.writeString(file, "{\"id\":\"first\"}\n{\"id\":\"" + letter("1").id() + "\",\"at\":\"20");

        try (FileCarrier carrier = new FileCarrier(folder, CLOCK)) {
            assertThat(carrier.carry(letter("1")).blockOptional(Duration.ofSeconds(30)))
                    .contains(new Receipt.Taken());
        }

        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allSatisfy(line ->
                        assertThat(Wire.mapper().readTree(line).has("id")).isTrue());
    }

    @Test
    void a_message_of_yesterday_is_known_today() throws IOException {
        MessageFile file = new MessageFile(folder, 100);
        file.append(List.of(line("a"), line("b"), line("a")), Letters.NOW);
        file.close();
        Instant tomorrow = Letters.NOW.plus(Duration.ofDays(1));
        MessageFile again = new MessageFile(folder, 100);
        again.append(List.of(line("b"), line("c")), tomorrow);
        again.close();

        assertThat(Files.readString(folder.resolve("2026-03-02.ndjson"))).isEqualTo("{\"id\":\"a\"}\n{\"id\":\"b\"}\n");
        assertThat(Files.readString(folder.resolve("2026-03-03.ndjson"))).isEqualTo("{\"id\":\"c\"}\n");
    }

    @Test
    void what_cannot_be_written_is_to_be_tried_again() throws IOException {
        Path taken = folder.resolve("no-folder");
        Files.writeString(taken, "", StandardOpenOption.CREATE);

        try (FileCarrier carrier = new FileCarrier(taken, CLOCK)) {
            assertThat(carrier.carry(letter("1")).blockOptional(Duration.ofSeconds(30)))
                    .containsInstanceOf(Receipt.NotNow.class);
            Files.delete(taken);
            assertThat(carrier.carry(letter("1")).blockOptional(Duration.ofSeconds(30)))
                    .contains(new Receipt.Taken());
        }
    }

    private static MessageFile.Line line(String id) {
        return new MessageFile.Line(id, ("{\"id\":\"" + id + "\"}").getBytes(UTF_8));
    }
}
