package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.standalone.toy.OtherJvm;
import io.redress.standalone.toy.StageTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** In an outage everybody affected receives the remedy once and is told once, though all of it dies twice meanwhile. */
class OutageCrashTest {
    private static final int ACCOUNTS = 600;
    private static final int COMPLAINING = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String PRODUCT = "router-9";

    @TempDir
    Path temporary;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private String address = "";
    private Map<String, String> tokens = Map.of();

    @Test
    @Behaviour({"R110", "R112"})
    void remedies_and_messages_are_as_many_as_accounts_and_each_was_executed_before_it_was_told() throws Exception {
        Path data = temporary.resolve("data");
        String incident;
        try (OtherJvm first = start(data)) {
            incident = open();
            attach(incident);
            for (int n = 0; n < COMPLAINING; n++) {
                complain(n, "The app crashes all the time since this morning.");
                complain(n, "Every second call is dropped, the programme crashes again and again.");
            }
            approve(incident);
            awaitLines(remedies(data), 1);
            first.killWithBroker();
        }
        try (OtherJvm second = start(data)) {
            awaitLines(messagesAbout(data), ACCOUNTS / 3);
            second.killWithBroker();
        }
        try (OtherJvm third = start(data)) {
            awaitLines(messagesAbout(data), ACCOUNTS);
            complain(COMPLAINING, "The app crashes all the time, what do you do about it?");
            awaitLines(() -> messages(data, "already-remedied"), 1);

            StageTopics topics = new StageTopics("127.0.0.1:" + find("broker on 127.0.0.1:(\\d+)", third.output()));
            eachOnceAndInOrder(data, topics);
            assertThat(topics
                            .payloads(
                                    Topics.RESOLUTIONS,
                                    (type, payload) -> Wire.read(type, payload) instanceof AccountRemedied remedied
                                            ? remedied.account()
                                            : "")
                            .values()
                            .stream()
                            .flatMap(List::stream)
                            .filter(account -> !account.isEmpty()))
                    .hasSize(ACCOUNTS)
                    .doesNotHaveDuplicates();
            third.terminate();
            assertThat(third.awaitExit()).isZero();
        }
    }

    /** A message names the event that caused it, and that one the line of the remedy which was there before it. */
    private static void eachOnceAndInOrder(Path data, StageTopics topics) {
        Map<String, String> lines = linesOfRemedies(data);
        Map<String, String> events =
                topics.byId(Topics.RESOLUTIONS, (type, payload) -> switch (Wire.read(type, payload)) {
                    case AccountRemedied remedied -> remedied.reference();
                    case CaseRemedied remedied -> remedied.reference();
                    default -> "";
                });
        Map<String, String> told = messagesAbout(data).get().stream()
                .collect(Collectors.toMap(it -> it.path("customerReference").asString(), OutageCrashTest::cause));

        assertThat(lines).hasSize(ACCOUNTS);
        assertThat(told).hasSize(ACCOUNTS);
        told.forEach((account, cause) ->
                assertThat(lines.get(events.getOrDefault(cause, ""))).as(cause).isEqualTo(account));
    }

    private static String cause(JsonNode message) {
        String kind = ":" + message.path("kind").asString() + ":";
        String id = message.path("id").asString();
        return id.substring(id.indexOf(kind) + kind.length());
    }

    /** Accounts by the reference of their remedy, which is where its line begins. */
    private static Map<String, String> linesOfRemedies(Path data) {
        Map<String, String> lines = new HashMap<>();
        long position = 0;
        for (String line :
                text(data.resolve("remedies").resolve("remedies.ndjson")).split("\n", -1)) {
            if (!line.isEmpty()) {
                lines.put(
                        "remedies.ndjson@" + position,
                        Wire.mapper().readTree(line).path("account").asString());
            }
            position += line.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return lines;
    }

    private String open() {
        JsonNode proposed = post(
                "supervisor",
                "/api/v1/incidents",
                "{\"nature\":\"crash\",\"product\":\"" + PRODUCT + "\",\"reason\":\"Nothing works.\"}",
                Map.of("Idempotency-Key", "the-outage"));
        String incident = proposed.path("incidentId").asString();
        HttpResponse<String> seen = get("supervisor", "/api/v1/incidents/" + incident);
        post(
                "supervisor",
                "/api/v1/incidents/" + incident + "/opening",
                "{\"reason\":\"Nothing works.\"}",
                Map.of("If-Match", seen.headers().firstValue("ETag").orElseThrow()));
        return incident;
    }

    private void attach(String incident) {
        String accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(n -> "\"" + account(n) + "\"")
                .collect(Collectors.joining(","));
        post(
                "supervisor",
                "/api/v1/incidents/" + incident + "/accounts",
                "{\"accounts\":[" + accounts + "]}",
                Map.of());
    }

    private void complain(int number, String text) {
        post(
                "frontline",
                "/api/v1/complaints",
                "{\"customer\":{\"reference\":\"" + account(number) + "\"},\"channel\":\"web\",\"language\":\"en\","
                        + "\"product\":\"" + PRODUCT + "\",\"text\":\"" + text + "\"}",
                Map.of("Idempotency-Key", number + text.substring(0, 20).replace(' ', '-')));
    }

    private void approve(String incident) {
        String remedy = "/api/v1/incidents/" + incident + "/remedy";
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get("supervisor", remedy).body().contains("EXECUTE_FIRST"));
        post(
                "supervisor",
                remedy,
                "{\"remedy\":{\"kind\":\"credit\",\"amount\":{\"amount\":\"10.00\",\"currency\":\"EUR\"}},"
                        + "\"reason\":\"A day without the service.\"}",
                Map.of());
        post(
                "department:senior-management",
                remedy + "/approval",
                "{}",
                Map.of(
                        "If-Match",
                        get("supervisor", remedy).headers().firstValue("ETag").orElseThrow()));
    }

    private static String account(int number) {
        return "A-" + number;
    }

    private static Supplied remedies(Path data) {
        return () -> lines(data.resolve("remedies").resolve("remedies.ndjson"));
    }

    private static Supplied messagesAbout(Path data) {
        return () -> messages(data, "outage-remedied", "account-remedied");
    }

    private static List<JsonNode> messages(Path data, String... kinds) {
        try (Stream<Path> files = Files.list(data.resolve("messages"))) {
            return files.sorted()
                    .flatMap(file -> lines(file).stream())
                    .filter(line -> List.of(kinds).contains(line.path("kind").asString()))
                    .toList();
        } catch (IOException notYet) {
            return List.of();
        }
    }

    /** Whole lines only: the last one may be half written. */
    private static List<JsonNode> lines(Path file) {
        return text(file).lines().map(line -> Wire.mapper().readTree(line)).toList();
    }

    private static String text(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private interface Supplied {
        List<JsonNode> get();
    }

    private static void awaitLines(Supplied lines, int enough) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(lines.get()).hasSizeGreaterThanOrEqualTo(enough));
    }

    private JsonNode post(String role, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + tokens.get(role))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<String> answer = send(request);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 299);
        return Wire.mapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String role, String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + tokens.get(role)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private OtherJvm start(Path data) throws IOException {
        OtherJvm started = OtherJvm.run(
                temporary, Standalone.class, "--port=0", "--kafka-port=0", "--no-demo", "--data-dir=" + data);
        address = find("at (http://\\S+)", started.awaitLine("Redress is running at "));
        JsonNode written = Wire.mapper().readTree(Files.readString(data.resolve("tokens.json")));
        tokens = written.propertyNames().stream()
                .collect(Collectors.toMap(
                        Function.identity(), role -> written.path(role).asString()));
        return started;
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
