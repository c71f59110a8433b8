package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.standalone.toy.OtherJvm;
import io.redress.standalone.toy.StageTopics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing accepted is ever lost: the whole of it, broker included, dies in the middle of 2,000 cases. */
class CrashTest {
    private static final int CASES = 2_000;
    private static final int CLIENTS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Pattern CASE_ID = Pattern.compile("\"caseId\":\"([^\"]+)\"");

    @TempDir
    Path temporary;

    /** Case by idempotency key, for what was answered 2xx. */
    private final Map<String, String> answered = new ConcurrentHashMap<>();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Test
    @Behaviour("R1")
    void every_case_that_was_answered_ends_in_its_step_without_gap_and_without_a_message_twice() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        int killAfter = 300 + new Random(seed).nextInt(1_200);
        Path data = temporary.resolve("data");

        try (OtherJvm first = start(data)) {
            String address = address(first);
            String token = token(data);
            fileUntil(address, token, killAfter);
            first.killWithBroker();
        }
        Map<String, String> before = Map.copyOf(answered);
        assertThat(before).as("seed %d", seed).hasSizeBetween(killAfter, CASES);

        try (OtherJvm second = start(data)) {
            String address = address(second);
            fileUntil(address, token(data), CASES);

            assertThat(answered).containsAllEntriesOf(before).hasSize(CASES);
            assertThat(answered.values()).doesNotHaveDuplicates();
            StageTopics topics = new StageTopics("127.0.0.1:" + kafkaPort(second));
            allReachTheirDepartment(topics);
            everySequenceIsWithoutGap(topics);
            everyCaseHasOneFirstAnswer(topics);
            everyFirstAnswerIsWrittenOnce(data.resolve("messages"));
            stepIsCoordinate(address, token(data));

            second.terminate();
            assertThat(second.awaitExit()).isZero();
        }
    }

    private void allReachTheirDepartment(StageTopics topics) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(topics.sequences(Topics.DEPARTMENTS).keySet())
                                .containsAll(answered.values()));
    }

    private static void everySequenceIsWithoutGap(StageTopics topics) {
        for (String topic : List.of(
                Topics.COMPLAINTS,
                Topics.CUSTOMER_MESSAGES,
                Topics.ROUTING,
                Topics.requestsOf(new io.redress.contracts.DepartmentCode("finance")),
                Topics.DEPARTMENTS)) {
            topics.sequences(topic)
                    .forEach((caseId, sequence) -> assertThat(sequence)
                            .as("%s of %s", topic, caseId)
                            .containsExactlyElementsOf(LongStream.rangeClosed(1, sequence.size())
                                    .boxed()
                                    .toList()));
        }
    }

    private void everyCaseHasOneFirstAnswer(StageTopics topics) {
        Map<String, List<String>> messages = topics.payloads(
                Topics.CUSTOMER_MESSAGES,
                (type, payload) -> Wire.read(type, payload) instanceof CustomerMessageComposed composed
                        ? composed.messageId()
                        : "");
        assertThat(messages.keySet()).containsAll(answered.values());
        messages.forEach((caseId, ids) -> assertThat(ids.stream().filter(id -> !id.isEmpty()))
                .as(caseId)
                .doesNotHaveDuplicates()
                .hasSize(1));
    }

    /** Rule 10: what was given to the file before the crash and not noted is not given to it again. */
    private void everyFirstAnswerIsWrittenOnce(Path messages) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> written = new ArrayList<>();
            try (Stream<Path> files = Files.list(messages)) {
                for (Path file : files.toList()) {
                    Files.readAllLines(file).forEach(line -> written.add(caseOf(line)));
                }
            }
            assertThat(written).containsExactlyInAnyOrderElementsOf(answered.values());
        });
    }

    private static String caseOf(String line) {
        Matcher caseId = CASE_ID.matcher(line);
        assertThat(caseId.find()).as(line).isTrue();
        return caseId.group(1);
    }

    private void stepIsCoordinate(String address, String token) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(answered.values().stream()
                                .skip(CASES - 50)
                                .map(caseId -> get(address + "/api/v1/cases/" + caseId, token)))
                        .allMatch(body -> body.contains("\"step\":\"coordinate\"")));
    }

    /** Files all complaints that have no answer yet, until so many are answered. */
    private void fileUntil(String address, String token, int enough) throws InterruptedException {
        List<Integer> missing = IntStream.range(0, CASES)
                .filter(n -> !answered.containsKey("key-" + n))
                .boxed()
                .toList();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int c = 0; c < CLIENTS; c++) {
                clients.execute(() -> {
                    for (int i = next.getAndIncrement(); i < missing.size() && answered.size() < enough; ) {
                        i = file(address, token, missing.get(i)) ? next.getAndIncrement() : i;
                    }
                });
            }
            clients.shutdown();
            assertThat(clients.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    private boolean file(String address, String token, int number) {
        String body = "{\"customer\":{\"reference\":\"C-" + number
                + "\"},\"channel\":\"web\",\"language\":\"en\",\"text\":\"My invoice number " + number
                + " is wrong, the amount is there twice.\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/v1/complaints"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "key-" + number)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher caseId = CASE_ID.matcher(answer.body());
            if (answer.statusCode() == 201 && caseId.find()) {
                answered.put("key-" + number, caseId.group(1));
                return true;
            }
            // Too much at once, or a service that is not there yet: the same request again.
            assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503, 504);
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String get(String url, String token) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private OtherJvm start(Path data) throws IOException {
        return OtherJvm.run(
                temporary, Standalone.class, "--port=0", "--kafka-port=0", "--no-demo", "--data-dir=" + data);
    }

    private static String address(OtherJvm launcher) {
        return find("at (http://\\S+)", launcher.awaitLine("Redress is running at "));
    }

    private static String kafkaPort(OtherJvm launcher) {
        return find("broker on 127.0.0.1:(\\d+)", launcher.output());
    }

    private static String token(Path data) throws IOException {
        return find("\"frontline\"\\s*:\\s*\"([^\"]+)\"", Files.readString(data.resolve("tokens.json")));
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
