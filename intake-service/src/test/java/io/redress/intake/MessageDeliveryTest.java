package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.CustomerMessageEvent.MessageRefused;
import io.redress.contracts.CustomerMessageEvent.MessageSent;
import io.redress.contracts.CustomerMessageEvent.MessageSettled;
import io.redress.contracts.CustomerMessageEvent.MessageUnknown;
import io.redress.contracts.EventTypes;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.adapter.delivery.SmtpSink;
import io.redress.intake.adapter.delivery.WebhookReceiver;
import io.redress.intake.adapter.delivery.WebhookReceiver.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Messages on their way, from outside: complaints in over REST, messages out to receivers of the test's own. */
class MessageDeliveryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ADDRESS = "anna.kowalska@example.org";
    private static final String NAME = "Anna Kowalska-Lewandowska";

    private static final WebhookReceiver RECEIVER = new WebhookReceiver(SECRET);
    private static final SmtpSink MAILBOX = new SmtpSink();
    private static Path folder;
    private static RunningService intake;
    private static HttpTalk app;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start(@TempDir Path temporary) {
        folder = temporary;
        intake = RunningService.start(
                IntakeApplication.class,
                "intake-service",
                temporary.resolve("stores"),
                Clock.systemUTC(),
                Map.of(
                        "redress.intake.delivery.first-pause", "100ms",
                        "redress.intake.delivery.webhook.url", RECEIVER.url().toString(),
                        "redress.intake.delivery.webhook.secrets", SECRET,
                        "redress.intake.delivery.webhook.time-limit", "1s",
                        "redress.intake.delivery.smtp.host", "127.0.0.1",
                        "redress.intake.delivery.smtp.port", Integer.toString(MAILBOX.port()),
                        "redress.intake.delivery.smtp.start-tls", "false",
                        "redress.intake.delivery.smtp.from", "Care <care@redress.example>",
                        "redress.intake.delivery.carriers.store", "file"));
        app = intake.as("app", "frontline");
    }

    @AfterAll
    static void stop() throws IOException {
        intake.close();
        RECEIVER.close();
        MAILBOX.close();
    }

    @BeforeEach
    void listen() {
        RECEIVER.behaves(_ -> Answer.status(204));
        MAILBOX.behaves(SmtpSink.Manner.TAKES);
        log.start();
        ((Logger) LoggerFactory.getLogger("io.redress")).addAppender(log);
    }

    @AfterEach
    void nothingSecretIsLogged() {
        ((Logger) LoggerFactory.getLogger("io.redress")).detachAppender(log);
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains(SECRET.substring(6))
                        || line.contains(ADDRESS)
                        || line.contains(NAME)
                        || line.contains("charged me twice"));
    }

    @Test
    @Behaviour({"R14", "R20"})
    void the_first_answer_reaches_the_receiver_signed_and_the_topic_says_so() {
        String caseId = file("web");

        JsonNode message = settled(caseId, 1).get(0);
        assertThat(message.path("state").asString()).isEqualTo("sent");
        assertThat(message.path("provider").asString()).isEqualTo("webhook");
        assertThat(message.path("body").asString()).isNotBlank();
        assertThat(message.has("nextAttemptAt")).isFalse();
        assertThat(RECEIVER.callsAbout(caseId))
                .singleElement()
                .satisfies(call -> assertThat(Wire.mapper()
                                .readTree(call.body())
                                .at("/data/body")
                                .asString())
                        .isEqualTo(message.path("body").asString()));
        assertThat(RECEIVER.unsigned()).isZero();
        assertThat(told(caseId, 2)).isInstanceOfSatisfying(MessageSent.class, sent -> {
            assertThat(sent.messageId()).isEqualTo(message.path("messageId").asString());
            assertThat(sent.provider()).isEqualTo("webhook");
        });
    }

    @Test
    void nobodys_revision_goes_stale_by_a_message_on_its_way() {
        var filed = app.post("/api/v1/complaints", body("web"), key());
        String caseId = filed.json().path("caseId").asString();
        settled(caseId, 1);

        assertThat(app.get("/api/v1/cases/" + caseId).header("ETag")).isEqualTo(filed.header("ETag"));
    }

    @Test
    @Behaviour("R20")
    void the_way_is_the_one_that_the_customer_accepts() throws IOException {
        String mailed = file("email");
        String written = file("store");
        String withoutAddress = post("{\"customer\":{\"reference\":\"C-1\"},\"channel\":\"email\",\"language\":\"en\","
                + "\"text\":\"My invoice is wrong, you charged me twice!\"}");

        assertThat(settled(mailed, 1).get(0).path("provider").asString()).isEqualTo("smtp");
        assertThat(settled(written, 1).get(0).path("provider").asString()).isEqualTo("file");
        assertThat(settled(withoutAddress, 1).get(0).path("provider").asString())
                .isEqualTo("webhook");
        assertThat(MAILBOX.mails().stream().filter(mail -> mail.contains(mailed)))
                .singleElement()
                .asString()
                .contains(ADDRESS);
        try (var files = Files.list(folder.resolve("stores/messages"))) {
            assertThat(files.flatMap(file -> lines(file).stream()))
                    .singleElement()
                    .asString()
                    .contains(written);
        }
    }

    @Test
    void what_was_accepted_before_the_time_ran_out_is_there_once() {
        RECEIVER.behaves(call -> call.number() == 1 ? Answer.silenceAfterAccepting() : Answer.status(409));

        String caseId = file("web");

        assertThat(settled(caseId, 1).get(0).path("state").asString()).isEqualTo("sent");
        assertThat(RECEIVER.callsAbout(caseId))
                .hasSize(2)
                .extracting(WebhookReceiver.Call::id)
                .containsOnly(id(caseId));
        assertThat(RECEIVER.kept().keySet().stream().filter(id -> id.startsWith(caseId)))
                .hasSize(1);
        assertThat(told(caseId, 2)).isInstanceOf(MessageUnknown.class);
        assertThat(told(caseId, 3)).isInstanceOf(MessageSent.class);
    }

    @Test
    void a_mail_of_which_nobody_knows_is_not_repeated_and_the_front_desk_sees_it() {
        MAILBOX.behaves(SmtpSink.Manner.HANGS_UP_AFTER_TAKING);

        String caseId = file("email");

        JsonNode message = settled(caseId, 1).get(0);
        assertThat(message.path("state").asString()).isEqualTo("unknown");
        assertThat(message.path("reason").asString()).isNotBlank();
        assertThat(told(caseId, 2)).isInstanceOf(MessageUnknown.class);
        MAILBOX.behaves(SmtpSink.Manner.TAKES);
        settled(file("email"), 1);
        assertThat(MAILBOX.mails().stream().filter(mail -> mail.contains(caseId)))
                .hasSize(1);
    }

    @Test
    void what_nobody_knows_of_is_settled_by_a_supervisor_with_a_reason() {
        MAILBOX.behaves(SmtpSink.Manner.HANGS_UP_AFTER_TAKING);
        String caseId = file("email");
        settled(caseId, 1);
        String seen = app.get("/api/v1/cases/" + caseId).header("ETag");
        MAILBOX.behaves(SmtpSink.Manner.TAKES);

        var again = settle(caseId, "not-delivered", seen);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().path("messageId").asString()).isEqualTo(id(caseId));
        assertThat(told(caseId, 3)).isInstanceOfSatisfying(MessageSettled.class, settled -> {
            assertThat(settled.outcome()).isEqualTo("not-delivered");
            assertThat(settled.by()).isEqualTo("sofia");
        });
        assertThat(told(caseId, 4))
                .isInstanceOfSatisfying(
                        MessageSent.class, sent -> assertThat(sent.messageId()).isEqualTo(id(caseId)));
        JsonNode messages = settled(caseId, 1);
        assertThat(messages.size()).isEqualTo(1);
        assertThat(messages.get(0).path("state").asString()).isEqualTo("sent");
        assertThat(messages.get(0).path("attempts").asInt()).isEqualTo(2);
        assertThat(MAILBOX.mails().stream().filter(mail -> mail.contains(caseId)))
                .hasSize(2)
                .allMatch(mail -> mail.contains("Message-ID"));
        assertThat(settle(caseId, "delivered", seen).status()).isEqualTo(412);
        assertThat(settle(caseId, "delivered", again.header("ETag")).problem()).isEqualTo("not-unknown");
    }

    @Test
    void a_message_that_has_arrived_after_all_is_not_sent_again() {
        MAILBOX.behaves(SmtpSink.Manner.HANGS_UP_AFTER_TAKING);
        String caseId = file("email");
        settled(caseId, 1);
        String seen = app.get("/api/v1/cases/" + caseId).header("ETag");

        var done = settle(caseId, "delivered", seen);

        assertThat(done.json().path("state").asString()).isEqualTo("sent");
        assertThat(messages(caseId).get(0)).isEqualTo(done.json());
        assertThat(told(caseId, 3))
                .isInstanceOfSatisfying(
                        MessageSettled.class,
                        settled -> assertThat(settled.outcome()).isEqualTo("delivered"));
        assertThat(MAILBOX.mails().stream().filter(mail -> mail.contains(caseId)))
                .hasSize(1);
    }

    @Test
    void only_a_supervisor_who_has_seen_the_case_settles_and_says_why() {
        String caseId = file("web");
        settled(caseId, 1);
        String path = "/api/v1/cases/" + caseId + "/messages:settle";
        HttpTalk sofia = intake.as("sofia", "supervisor");
        String body = settlement(caseId, "delivered");

        assertThat(app.post(path, body, "If-Match", "\"1\"").status()).isEqualTo(403);
        assertThat(intake.as("hannah", "consultant")
                        .post(path, body, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(403);
        assertThat(sofia.post(path, body).status()).isEqualTo(428);
        assertThat(sofia.post(path, "{\"outcome\":\"perhaps\"}", "If-Match", "\"1\"")
                        .pointers())
                .containsExactlyInAnyOrder("/messageId", "/outcome", "/reason");
        assertThat(sofia.post(path.replace(caseId, UUID.randomUUID().toString()), body, "If-Match", "\"1\"")
                        .status())
                .isEqualTo(404);
        String seen = app.get("/api/v1/cases/" + caseId).header("ETag");
        assertThat(sofia.post(path, body, "If-Match", seen).problem()).isEqualTo("not-unknown");
    }

    private static HttpTalk.Answer settle(String caseId, String outcome, String seen) {
        return intake.as("sofia", "supervisor")
                .post("/api/v1/cases/" + caseId + "/messages:settle", settlement(caseId, outcome), "If-Match", seen);
    }

    private static String settlement(String caseId, String outcome) {
        return "{\"messageId\":\"" + id(caseId) + "\",\"outcome\":\"" + outcome
                + "\",\"reason\":\"I asked the provider.\"}";
    }

    @Test
    void what_the_receiver_refuses_is_told_with_the_reason() {
        RECEIVER.behaves(_ -> Answer.status(410));

        String caseId = file("web");

        assertThat(settled(caseId, 1).get(0).path("state").asString()).isEqualTo("refused");
        assertThat(told(caseId, 2))
                .isInstanceOfSatisfying(
                        MessageRefused.class,
                        refused -> assertThat(refused.reason()).contains("410"));
        assertThat(RECEIVER.callsAbout(caseId)).hasSize(1);
    }

    @Test
    void who_asks_for_a_pause_gets_it() {
        RECEIVER.behaves(call -> call.number() == 1 ? Answer.status(429).with("Retry-After", "1") : Answer.status(204));

        String caseId = file("web");

        settled(caseId, 1);
        List<WebhookReceiver.Call> calls = RECEIVER.callsAbout(caseId);
        assertThat(calls).hasSize(2);
        assertThat(seconds(calls.get(1))).isGreaterThan(seconds(calls.get(0)));
    }

    @Test
    void a_receiver_that_was_out_gets_everything_once_when_it_is_back() {
        RECEIVER.behaves(_ -> Answer.status(503));
        List<String> cases = java.util.stream.IntStream.range(0, 15)
                .mapToObj(_ -> file("web"))
                .toList();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> messages(cases.getLast()).get(0).path("attempts").asInt() > 0);
        RECEIVER.behaves(_ -> Answer.status(204));

        cases.forEach(caseId ->
                assertThat(settled(caseId, 1).get(0).path("state").asString()).isEqualTo("sent"));
        assertThat(RECEIVER.kept().keySet())
                .containsAll(cases.stream().map(MessageDeliveryTest::id).toList());
    }

    @Test
    void an_event_that_comes_again_says_nothing_twice() {
        String caseId = file("web");
        for (int times = 0; times < 3; times++) {
            intake.publish(
                    Topics.RESOLUTIONS,
                    "resolutions",
                    caseId,
                    1,
                    EventTypes.wireName(SolutionExecuted.class),
                    Wire.write(new SolutionExecuted(new CaseId(caseId), "o1", "A refund", Instant.now())));
        }

        settled(caseId, 2);
        assertThat(RECEIVER.callsAbout(caseId))
                .hasSize(2)
                .extracting(WebhookReceiver.Call::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void messages_are_for_those_who_may_see_them() {
        String caseId = file("web");
        settled(caseId, 1);
        String path = "/api/v1/cases/" + caseId + "/messages";

        JsonNode audited =
                intake.as("a", "auditor").get(path).json().path("messages").get(0);
        assertThat(audited.has("body")).isFalse();
        assertThat(audited.path("state").asString()).isEqualTo("sent");
        assertThat(intake.as("hannah", "consultant")
                        .get(path)
                        .json()
                        .path("messages")
                        .get(0)
                        .has("body"))
                .isTrue();
        assertThat(intake.as("other", "frontline").get(path).status()).isEqualTo(404);
        assertThat(intake.as("x", "department:finance").get(path).status()).isEqualTo(403);
        assertThat(app.get(path + "?limit=0").status()).isEqualTo(422);
        assertThat(app.get(path + "?cursor=nonsense").status()).isEqualTo(422);
        JsonNode page = app.get(path + "?limit=1").json();
        assertThat(page.path("messages").size()).isEqualTo(1);
        assertThat(app.get(path + "?limit=1&cursor=" + page.path("next").asString())
                        .json()
                        .path("messages")
                        .size())
                .isZero();
    }

    private static JsonNode messages(String caseId) {
        return app.get("/api/v1/cases/" + caseId + "/messages").json().path("messages");
    }

    private static JsonNode settled(String caseId, int count) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode messages = messages(caseId);
            assertThat(messages.size()).isGreaterThanOrEqualTo(count);
            assertThat(messages).allMatch(message -> message.has("settledAt"));
        });
        return messages(caseId);
    }

    private static Object told(String caseId, int number) {
        var record = intake.await(Topics.CUSTOMER_MESSAGES, caseId, number).get(number - 1);
        return Wire.read(RunningService.type(record), record.value());
    }

    private static String id(String caseId) {
        return caseId + ":acknowledgement:1";
    }

    private static long seconds(WebhookReceiver.Call call) {
        return Long.parseLong(call.headers().getOrDefault("webhook-timestamp", ""));
    }

    private static String file(String channel) {
        return post(body(channel));
    }

    private static String post(String body) {
        var answer = app.post("/api/v1/complaints", body, key());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("caseId").asString();
    }

    private static String body(String channel) {
        return "{\"customer\":{\"reference\":\"C-" + UUID.randomUUID() + "\",\"contact\":{\"name\":\"" + NAME
                + "\",\"address\":\"" + ADDRESS
                + "\"}},\"channel\":\"" + channel
                + "\",\"language\":\"en\",\"text\":\"My invoice is wrong, you charged me twice!\"}";
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
