package io.redress.chassis.kafka;

import static io.redress.chassis.testing.RunningService.headers;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.toy.Purse;
import io.redress.chassis.toy.Purse.Command;
import io.redress.chassis.toy.Purse.Event;
import io.redress.chassis.toy.Purse.State;
import io.redress.chassis.toy.PurseApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A whole toy service against a real broker. */
class KafkaEdgeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DEAD = KafkaDeadLetters.topic(Purse.COINS, "purse");

    private static EmbeddedKafkaKraftBroker broker;
    private static ConfigurableApplicationContext service;
    private static CaseLanes<State, Command, Event> lanes;
    private static Producer<String, byte[]> outsider;

    @BeforeAll
    static void start(@TempDir Path folder) {
        broker = new EmbeddedKafkaKraftBroker(1, 2);
        broker.afterPropertiesSet();
        service = new SpringApplicationBuilder(PurseApplication.class)
                .properties(Map.of(
                        "server.port", "0",
                        "redress.kafka.bootstrap-servers", broker.getBrokersAsString(),
                        "redress.kafka.partitions", "2",
                        "redress.kafka.sweep-every", "200ms",
                        "redress.store.folder", folder.toString()))
                .run();
        lanes = lanes();
        outsider = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString()),
                new StringSerializer(),
                new ByteArraySerializer());
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> service.getBean(ReactionContainer.class).isListening());
    }

    @AfterAll
    static void stop() {
        outsider.close();
        service.close();
        broker.destroy();
    }

    @Test
    void what_is_decided_is_published_in_order_with_all_its_headers_and_then_cleared() {
        String id = UUID.randomUUID().toString();
        lanes.submit(Submission.<Command>of(id, new Purse.PutIn(3))).block(PATIENCE);
        lanes.submit(Submission.<Command>of(id, new Purse.PutIn(4))
                        .tracedBy("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .block(PATIENCE);

        List<ConsumerRecord<String, byte[]>> out = await(Purse.OUT, id, 2);

        assertThat(out)
                .extracting(record -> new String(record.value(), UTF_8))
                .containsExactly("{\"coins\":3}", "{\"coins\":4}");
        assertThat(headers(out.getLast()))
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", id + ":purse:2")
                .containsEntry("ce_type", "toy.coins-put-in.v1")
                .containsEntry("ce_source", "/redress/purse")
                .containsEntry("ce_subject", id)
                .containsEntry("ce_sequence", "2")
                .containsEntry("ce_dataschema", "https://redress.example/schemas/toy.coins-put-in.v1.json")
                .containsEntry("content-type", "application/json")
                .hasEntrySatisfying(
                        "ce_time", time -> assertThat(Instant.parse(time)).isNotNull())
                .hasEntrySatisfying(
                        "traceparent",
                        parent -> assertThat(parent)
                                .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                                .doesNotContain("b7ad6b7169203331"));
        MeterRegistry registry = service.getBean(MeterRegistry.class);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(registry.get("redress_outbox_pending_events")
                                .gauge()
                                .value())
                        .isZero());
    }

    @Test
    void events_come_in_in_order_and_repetitions_are_dropped() {
        String id = UUID.randomUUID().toString();
        send(id, 1, "toy.number.v1", "10");
        send(id, 1, "toy.number.v1", "10");
        send(id, 3, "toy.number.v1", "30");
        send(id, 2, "toy.other.v1", "whatever");

        awaitNoted(id, 10, 30);
    }

    @Test
    void a_refused_event_is_kept_with_the_reason_blocks_only_its_case_and_can_be_redriven() {
        String id = UUID.randomUUID().toString();
        send(id, 1, "toy.number.v1", "ten");
        send(id, 2, "toy.number.v1", "20");
        String other = UUID.randomUUID().toString();
        send(other, 1, "toy.number.v1", "11");

        awaitNoted(other, 11);
        ConsumerRecord<String, byte[]> letter = await(DEAD, id, 1).getFirst();
        assertThat(headers(letter))
                .containsEntry(KafkaDeadLetters.CODE, "unreadable")
                .hasEntrySatisfying(
                        KafkaDeadLetters.REASON, reason -> assertThat(reason).contains("ten"))
                .containsEntry("ce_sequence", "1");
        assertThat(noted(id)).isEmpty();

        // Mended at the source: the right content under the same number, dead-lettered by hand for the test.
        ProducerRecord<String, byte[]> mended = record(DEAD, id, 1, "toy.number.v1", "10");
        outsider.send(mended);
        outsider.flush();
        int tried = redrive().redrive(Purse.COINS, id);

        assertThat(tried).isEqualTo(2);
        assertThat(noted(id)).containsExactly(10, 20);
    }

    @Test
    void a_record_without_key_or_without_our_headers_is_a_dead_letter_and_blocks_nobody() {
        String mark = UUID.randomUUID().toString();
        outsider.send(new ProducerRecord<>(Purse.COINS, null, mark.getBytes(UTF_8)));
        outsider.send(new ProducerRecord<>(Purse.COINS, mark, "{}".getBytes(UTF_8)));
        ProducerRecord<String, byte[]> odd = record(Purse.COINS, mark, 1, "toy.number.v1", "5");
        odd.headers().remove(EventHeaders.SEQUENCE);
        odd.headers().add(EventHeaders.SEQUENCE, "minus one".getBytes(UTF_8));
        outsider.send(odd);
        outsider.send(new ProducerRecord<>(Purse.COINS, mark, null));
        send(mark, 1, "toy.number.v1", "1");

        awaitNoted(mark, 1);
        assertThat(await(DEAD, mark, 3))
                .extracting(letter -> headers(letter).get(KafkaDeadLetters.REASON))
                .allMatch(reason -> reason.startsWith("Expected "));
    }

    @Test
    void what_a_crash_left_in_the_store_is_found_and_published() {
        String id = UUID.randomUUID().toString();
        var store = service.getBean(io.redress.chassis.store.CaseStore.class);
        var left = new PendingEvent(
                id,
                "purse",
                1,
                Purse.OUT,
                "toy.coins-put-in.v1",
                Instant.now().minusSeconds(60),
                "",
                "{}".getBytes(UTF_8));
        store.save(List.of(new io.redress.chassis.store.CaseWrite(
                        id,
                        0,
                        "{\"coins\":1,\"noted\":[]}".getBytes(UTF_8),
                        Map.of(),
                        Map.of("purse", 1L),
                        List.of(),
                        List.of(),
                        null,
                        List.of(left),
                        List.of())))
                .block(PATIENCE);

        assertThat(headers(await(Purse.OUT, id, 1).getFirst())).containsEntry("ce_id", id + ":purse:1");
    }

    @SuppressWarnings("unchecked")
    private static CaseLanes<State, Command, Event> lanes() {
        return service.getBean(CaseLanes.class);
    }

    @SuppressWarnings("unchecked")
    private static DeadLetterRedrive<Command> redrive() {
        return service.getBean(DeadLetterRedrive.class);
    }

    private static void send(String caseId, long seq, String type, String value) {
        outsider.send(record(Purse.COINS, caseId, seq, type, value));
        outsider.flush();
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, String caseId, long seq, String type, String value) {
        return EventHeaders.record(
                new PendingEvent(caseId, "coins", seq, topic, type, Instant.EPOCH, "", value.getBytes(UTF_8)));
    }

    private static List<Integer> noted(String caseId) {
        return lanes.read(caseId).blockOptional(PATIENCE).orElseThrow().state().noted();
    }

    private static void awaitNoted(String caseId, Integer... numbers) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(noted(caseId)).containsExactly(numbers));
    }

    private static List<ConsumerRecord<String, byte[]>> await(String topic, String key, int count) {
        return RunningService.await(broker.getBrokersAsString(), topic, key, count);
    }
}
