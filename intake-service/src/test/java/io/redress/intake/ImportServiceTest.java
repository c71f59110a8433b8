package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The history of another system, taken over as a stream. */
class ImportServiceTest {
    private static final String IMPORT = "/api/v1/complaints:import";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static RunningService intake;
    private static HttpTalk anna;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = RunningService.start(IntakeApplication.class, "intake-service", folder);
        anna = intake.as("anna", "consultant");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    @Behaviour("R1")
    void twenty_thousand_lines_are_taken_and_after_a_break_off_only_what_was_missing() {
        String run = UUID.randomUUID().toString();
        int lines = 20_000;

        long reported = answers(Flux.range(1, lines).map(n -> closed(run + n)))
                .take(5_000)
                .count()
                .blockOptional(PATIENCE)
                .orElse(0L);
        List<JsonNode> second = answers(Flux.range(1, lines).map(n -> closed(run + n)))
                .collectList()
                .blockOptional(PATIENCE)
                .orElse(List.of());

        assertThat(reported).isEqualTo(5_000);
        assertThat(second).hasSize(lines + 1);
        assertThat(second.stream().limit(lines).map(it -> it.path("line").asLong()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(second.stream().limit(lines).map(it -> it.path("caseId").asString()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        JsonNode summary = second.getLast().path("summary");
        assertThat(summary.path("replayed").asLong()).isGreaterThanOrEqualTo(5_000);
        assertThat(summary.path("replayed").asLong() + summary.path("accepted").asLong())
                .isEqualTo(lines);
        assertThat(summary.has("stopped")).isFalse();
    }

    @Test
    @Behaviour({"R1", "R2"})
    void history_keeps_its_times_and_is_no_work_for_anybody() {
        JsonNode line = one(closed("history-" + UUID.randomUUID()));

        assertThat(line.path("status").asString()).as(line.toString()).isEqualTo("accepted");
        String caseId = line.path("caseId").asString();
        JsonNode view = anna.get("/api/v1/cases/" + caseId).json();
        assertThat(view.path("status").asString()).isEqualTo("closed");
        assertThat(view.path("receivedAt").asString()).isEqualTo("2024-05-06T08:30:00Z");
        assertThat(view.path("closedAt").asString()).isEqualTo("2024-05-21T16:00:00Z");
        assertThat(view.path("origin").path("imported").asBoolean()).isTrue();
        assertThat(view.path("origin").path("outcome").asString()).isEqualTo("The front was replaced.");
        assertThat(view.has("next")).isFalse();
        assertThat(view.path("asOf").path("intake").asLong()).isEqualTo(1);
        var record = intake.await(Topics.COMPLAINTS, caseId, 1).getFirst();
        assertThat(RunningService.headers(record)).containsEntry("ce_time", "2024-05-06T08:30:00Z");
        assertThat(Wire.read(RunningService.type(record), record.value()))
                .isInstanceOfSatisfying(ComplaintReceived.class, event -> {
                    assertThat(event.imported()).isTrue();
                    assertThat(event.closedAt()).isEqualTo("2024-05-21T16:00:00Z");
                });
    }

    @Test
    void what_is_still_open_travels_on_and_belongs_to_its_client() {
        String number = "open-" + UUID.randomUUID();
        JsonNode line = one(closed(number)
                .replace("\"status\":\"closed\",\"closedAt\":\"2024-05-21T16:00:00Z\",", "\"onBehalfOf\":\"webshop\",")
                .replace(",\"outcome\":\"The front was replaced.\"", ""));

        String caseId = line.path("caseId").asString();
        JsonNode view =
                intake.as("webshop", "frontline").get("/api/v1/cases/" + caseId).json();
        assertThat(view.path("status").asString()).isEqualTo("open");
        assertThat(view.path("asOf").path("intake").asLong()).isEqualTo(2);
        assertThat(intake.await(Topics.COMPLAINTS, caseId, 2)).hasSize(2);
    }

    @Test
    void every_line_is_answered_for_itself_with_all_its_reasons() {
        String number = "mixed-" + UUID.randomUUID();
        List<JsonNode> answers = answers(Flux.just(
                        closed(number),
                        "\n",
                        "nonsense\n",
                        "{\"text\":\"" + "x".repeat(70_000) + "\"}\n",
                        "{\"customer\":{\"reference\":\"C\"},\"channel\":\"web\",\"text\":\"a\",\"closedAt\":\"2024-05-06T08:30:00Z\"}\n",
                        closed(number),
                        closed(number).replace("dent", "scratch"),
                        closed(number + "x").replace("2024-05-21", "2023-05-21"),
                        closed(number + "y").replace("2024-", "2224-"),
                        closed(number + "z").strip()))
                .collectList()
                .blockOptional(PATIENCE)
                .orElse(List.of());

        assertThat(answers)
                .extracting(
                        it -> it.path("line").asInt() + " " + it.path("status").asString())
                .containsExactly(
                        "1 accepted",
                        "3 refused",
                        "4 refused",
                        "5 refused",
                        "6 replayed",
                        "7 refused",
                        "8 refused",
                        "9 refused",
                        "10 accepted",
                        "0 ");
        assertThat(pointers(answers.get(3))).containsExactly("/clientReference", "/receivedAt", "/closedAt");
        assertThat(pointers(answers.get(5))).containsExactly("/clientReference");
        assertThat(pointers(answers.get(6))).containsExactly("/closedAt");
        assertThat(pointers(answers.get(7))).containsExactly("/receivedAt", "/closedAt");
        assertThat(answers.getLast().path("summary").path("refused").asInt()).isEqualTo(6);
    }

    @Test
    void who_does_not_read_the_answers_is_not_read_either() {
        AtomicLong sent = new AtomicLong();
        long all = 1_000_000;
        String refused = "{\"" + "x".repeat(1_000) + "\":1}\n";
        BaseSubscriber<ByteBuf> reader = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }
        };
        exchange(Flux.range(0, (int) all).map(_ -> {
                    sent.incrementAndGet();
                    return refused;
                }))
                .subscribe(reader);

        AtomicLong before = new AtomicLong(-1);
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get());
        reader.cancel();
        assertThat(sent).hasValueLessThan(all);
    }

    @Test
    void only_consultants_and_supervisors_import_and_only_lines() {
        assertThat(intake.as("webshop", "frontline")
                        .post(IMPORT, "{}", "Content-Type", "application/x-ndjson")
                        .status())
                .isEqualTo(403);
        var json = anna.post(IMPORT, "{}");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.body()).contains("application/x-ndjson");
    }

    private static JsonNode one(String line) {
        return answers(Flux.just(line)).next().blockOptional(PATIENCE).orElseThrow();
    }

    private static List<String> pointers(JsonNode line) {
        return line.path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }

    private static Flux<JsonNode> answers(Flux<String> lines) {
        StringBuilder begun = new StringBuilder();
        return exchange(lines)
                .map(piece -> piece.toString(StandardCharsets.UTF_8))
                .concatMapIterable(piece -> {
                    begun.append(piece);
                    int end = begun.lastIndexOf("\n") + 1;
                    List<JsonNode> whole =
                            begun.substring(0, end).lines().map(JSON::readTree).toList();
                    begun.delete(0, end);
                    return whole;
                });
    }

    private static Flux<ByteBuf> exchange(Flux<String> lines) {
        return HttpClient.newConnection()
                .port(anna.port())
                .option(ChannelOption.SO_RCVBUF, 16_384)
                .headers(headers -> headers.set("Authorization", "Bearer " + anna.token())
                        .set("Content-Type", "application/x-ndjson"))
                .post()
                .uri(IMPORT)
                .send(ByteBufFlux.fromInbound(
                        lines.map(line -> Unpooled.wrappedBuffer(line.getBytes(StandardCharsets.UTF_8)))))
                .response((_, content) -> content);
    }

    private static String closed(String number) {
        return "{\"customer\":{\"reference\":\"C-77\"},\"channel\":\"phone\",\"language\":\"en\",\"clientReference\":\""
                + number + "\",\"receivedAt\":\"2024-05-06T08:30:00Z\",\"status\":\"closed\","
                + "\"closedAt\":\"2024-05-21T16:00:00Z\",\"text\":\"The machine was delivered with a dent.\","
                + "\"outcome\":\"The front was replaced.\"}\n";
    }
}
