package io.redress.department;

import static io.redress.department.domain.Example.FINANCE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentRefusal;
import io.redress.contracts.DepartmentRefusal.ReplyRefused;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DepartmentReply.Answer;
import io.redress.contracts.DepartmentReply.Progress;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What department systems hear of replies that were not taken, from a real broker. */
class DepartmentRefusalsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final int LARGE = 10 * 1024 * 1024;

    /** One test leaves ten thousand refusals behind; nobody reads them twice. */
    private static final List<ReplyRefused> HEARD = new ArrayList<>();

    private static final Map<TopicPartition, Long> READ_UP_TO = new HashMap<>(Map.of(
            new TopicPartition(Topics.DEPARTMENT_REFUSALS, 0), 0L,
            new TopicPartition(Topics.DEPARTMENT_REFUSALS, 1), 0L));

    @TempDir
    static Path folder;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final RequestId requestId = RequestId.of(caseId, 1);
    private final String request = "/api/v1/departments/finance/requests/" + requestId;

    @BeforeAll
    static void start() throws Exception {
        service = RunningService.start(DepartmentApplication.class, "department-service", folder);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", service.brokers()))) {
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DEPARTMENT_REPLIES);
            var larger = new AlterConfigOp(
                    new ConfigEntry("max.message.bytes", Integer.toString(2 * LARGE)), AlterConfigOp.OpType.SET);
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> admin.incrementalAlterConfigs(Map.of(topic, List.of(larger)))
                            .all()
                            .get());
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @Behaviour("R67")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not JSON at all                                                             | ``
            ["an", "array"]                                                             | ``
            {"type": "gossip", "replyId": "x1"}                                         | ``
            {"type": "progress", "replyId": "x1", "requestId": "REQUEST", "department": "finance", "by": "B", "note": 7}     | /note
            {"type": "progress", "replyId": "x1", "requestId": "REQUEST", "department": "finance", "by": "B", "note": ""}    | ``
            {"type": "progress", "replyId": "x1", "requestId": "REQUEST", "department": "Finance!", "by": "B", "note": "n"}  | /department
            {"type": "answer", "replyId": "x1", "requestId": "REQUEST", "department": "finance", "by": "B", "done": "yes", "findings": "f"} | /done
            {"type": "progress", "replyId": "x1", "requestId": "REQUEST", "department": "finance", "by": "B", "note": "n", "note": "m"} | ``
            """)
    void what_cannot_be_read_comes_back_with_the_field_and_is_kept_for_mending(String sent, String pointer) {
        send(sent.replace("REQUEST", requestId.value()));

        boolean named = sent.contains("REQUEST");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(all()).anySatisfy(refused -> {
                    assertThat(refused.caseId()).isEqualTo(named ? caseId : DepartmentRefusal.NO_CASE);
                    assertThat(refused.code()).isEqualTo("unreadable");
                    assertThat(refused.reason()).contains("Expected ");
                    assertThat(refused.problems())
                            .extracting(DepartmentRefusal.Problem::pointer)
                            .containsExactly(pointer);
                    assertThat(refused.requestId()).isEqualTo(named ? requestId : null);
                    assertThat(refused.replyId()).isEqualTo(named ? "x1" : refused.replyId());
                }));
        assertThat(service.await(Topics.DEPARTMENT_REPLIES + ".department-dlt", caseId.value(), 1))
                .isNotEmpty();
    }

    @Test
    void what_is_deeper_or_larger_than_any_reply_comes_back_and_blocks_nobody() {
        ask();
        send("{\"type\":".repeat(50_000));
        send("[".repeat(100_000));
        sendLarge();
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, null, "no key".getBytes(UTF_8)));
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, "k".repeat(500), "long key".getBytes(UTF_8)));
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), null));
        send(new Progress("p1", requestId, FINANCE, "ledger", "Still \u0000 going \u001b[31m on."));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> service.as("silvia", "department:finance")
                        .get(request)
                        .body()
                        .contains("going"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(all())
                        .extracting(ReplyRefused::reason)
                        .anyMatch(it -> it.contains("within the limits"))
                        .anyMatch(it -> it.contains("at most 1048576 bytes"))
                        .anyMatch(it -> it.contains("key"))
                        .anyMatch(it -> it.contains("Expected a value")));
    }

    @Test
    void unknown_fields_are_passed_over() {
        ask();
        send("{\"type\":\"progress\",\"replyId\":\"p1\",\"requestId\":\"" + requestId
                + "\",\"department\":\"finance\",\"by\":\"ledger\",\"note\":\"On it.\",\"mood\":{\"is\":[\"good\"]}}");

        service.await(Topics.DEPARTMENTS, caseId.value(), 1, "redress.department.progress-reported.v1");
    }

    @Test
    @Behaviour("R67")
    void a_department_answers_only_its_own_requests_and_does_not_learn_whose_another_is() {
        ask();
        send(new Progress("p1", requestId, LOGISTICS, "robot", "We have it."));

        ReplyRefused refused = refusalOfKey(caseId);
        assertThat(refused.code()).isEqualTo("not-your-request");
        assertThat(refused.department()).isEqualTo(LOGISTICS);
        assertThat(refused.replyId()).isEqualTo("p1");
        assertThat(refused.reason()).doesNotContain("finance");
        assertThat(refused.origin()).isNotNull();
    }

    @Test
    @Behaviour("R68")
    void a_right_owner_that_is_no_department_is_refused_with_those_that_there_are() {
        ask();
        send(new DepartmentReply.Decline(
                "d1", requestId, FINANCE, "ledger", "Not ours.", new DepartmentCode("procurement")));

        ReplyRefused refused = refusalOfKey(caseId);
        assertThat(refused.code()).isEqualTo("unknown-right-owner");
        assertThat(refused.reason()).contains("finance, logistics");
    }

    @Test
    void another_text_under_the_same_reply_id_and_a_second_answer_are_told_once_each() {
        ask();
        send(new Progress("p1", requestId, FINANCE, "ledger", "Found."));
        send(new Progress("p1", requestId, FINANCE, "ledger", "Found."));
        send(new Progress("p1", requestId, FINANCE, "ledger", "Lost."));
        send(answer("a1"));
        send(answer("a2"));

        assertThat(refusals(caseId, 2))
                .extracting(ReplyRefused::code, ReplyRefused::replyId)
                .containsExactlyInAnyOrder(tuple("reply-id-reused", "p1"), tuple("already-answered", "a2"));
    }

    @Test
    void the_key_must_be_the_case_that_the_reply_is_about() {
        String other = UUID.randomUUID().toString();
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, other, Wire.write(answer("a1"))));

        ReplyRefused refused = refusalOfKey(caseId);
        assertThat(refused.code()).isEqualTo("unreadable");
        assertThat(refused.reason()).contains("key");
    }

    @Test
    void ten_thousand_junk_messages_do_not_stop_the_good_ones_and_each_is_told_once() {
        ask();
        byte[] junk = "{\"type\": \"spam\"".getBytes(UTF_8);
        String mark = "junk-" + UUID.randomUUID();
        try (var producer = producer()) {
            for (int i = 0; i < 10_000; i++) {
                producer.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, mark + i % 50, junk));
            }
        }
        send(answer("a1"));

        service.await(Topics.DEPARTMENTS, caseId.value(), 1, "redress.department.request-answered.v1");
        List<ConsumerRecord<String, byte[]>> told =
                service.await(Topics.DEPARTMENT_REFUSALS, DepartmentRefusal.NO_CASE.value(), 10_000);
        assertThat(told.stream().map(it -> read(it).origin())).doesNotHaveDuplicates();
        assertThat(told.stream()
                        .map(it -> RunningService.headers(it).get("ce_id")
                                + RunningService.headers(it).get("ce_source")))
                .doesNotHaveDuplicates();
    }

    @Test
    void replies_that_are_delivered_again_are_not_refused_again() {
        ask();
        send(new Progress("p1", requestId, LOGISTICS, "robot", "We have it."));
        send("not JSON");
        refusalOfKey(caseId);

        service.restart(folder, Map.of(), DepartmentRefusalsTest::forgetWhatWasHeard);
        send(new Progress("p2", requestId, LOGISTICS, "robot", "We have it still."));

        assertThat(refusals(caseId, 2)).extracting(ReplyRefused::replyId).containsExactly("p1", "p2");
        assertThat(all()).extracting(ReplyRefused::origin).doesNotHaveDuplicates();
    }

    /** As if all replies had been read and none committed. */
    private static void forgetWhatWasHeard() {
        Map<TopicPartition, OffsetAndMetadata> beginning = Map.of(
                new TopicPartition(Topics.DEPARTMENT_REPLIES, 0), new OffsetAndMetadata(0),
                new TopicPartition(Topics.DEPARTMENT_REPLIES, 1), new OffsetAndMetadata(0));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", service.brokers()))) {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> admin.alterConsumerGroupOffsets("redress.department", beginning)
                            .all()
                            .get());
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        service.brokers(),
                        "max.request.size",
                        2 * LARGE,
                        "buffer.memory",
                        64L << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private void sendLarge() {
        byte[] large = new byte[LARGE];
        Arrays.fill(large, (byte) 'x');
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), large));
        }
    }

    private Answer answer(String replyId) {
        return new Answer(replyId, requestId, FINANCE, "ledger", true, "The fee is there twice.", null, null);
    }

    private void send(DepartmentReply reply) {
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), Wire.write(reply)));
    }

    private void send(String json) {
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), json.getBytes(UTF_8)));
    }

    private ReplyRefused refusalOfKey(CaseId key) {
        return refusals(key, 1).getLast();
    }

    private static List<ReplyRefused> refusals(CaseId key, int count) {
        return new ArrayList<>(service.await(Topics.DEPARTMENT_REFUSALS, key.value(), count).stream()
                .map(DepartmentRefusalsTest::read)
                .toList());
    }

    /** All that there are now. */
    private static synchronized List<ReplyRefused> all() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", service.brokers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(READ_UP_TO.keySet());
            READ_UP_TO.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(READ_UP_TO.keySet());
            while (READ_UP_TO.keySet().stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(it -> HEARD.add(read(it)));
            }
            READ_UP_TO.replaceAll((partition, _) -> consumer.position(partition));
        }
        return List.copyOf(HEARD);
    }

    private static ReplyRefused read(ConsumerRecord<String, byte[]> record) {
        return (ReplyRefused) Wire.read(RunningService.type(record), record.value());
    }

    /** Raises the request and waits until it is here. */
    private void ask() {
        RequestRaised raised = new RequestRaised(
                        caseId,
                        requestId,
                        FINANCE,
                        RequestKind.SOLUTION,
                        "overcharge",
                        "Look into it.",
                        "You charged me twice!",
                        "en",
                        null,
                        NOW,
                        NOW)
                .among(List.of(FINANCE, LOGISTICS));
        service.publish(
                Topics.ROUTING,
                "routing",
                caseId.value(),
                1,
                EventTypes.wireName(RequestRaised.class),
                Wire.write(raised));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        service.as("silvia", "department:finance").get(request).status() == 200);
    }
}
