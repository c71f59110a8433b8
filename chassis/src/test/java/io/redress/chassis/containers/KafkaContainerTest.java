package io.redress.chassis.containers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.redress.chassis.kafka.EventHeaders;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.toy.Purse;
import io.redress.chassis.toy.Purse.Command;
import io.redress.chassis.toy.Purse.Event;
import io.redress.chassis.toy.Purse.State;
import io.redress.chassis.toy.PurseApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.testcontainers.kafka.KafkaContainer;

/** The toy service against the broker's own image, the one in docker-compose.yml. */
@Tag("containers")
class KafkaContainerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final KafkaContainer BROKER = new KafkaContainer("apache/kafka:4.2.1");
    private static Optional<String> whyNot = Optional.empty();
    private static @Nullable ConfigurableApplicationContext service;

    @BeforeAll
    static void start(@TempDir Path folder) {
        whyNot = Images.whyNotStarted(BROKER);
        if (whyNot.isPresent()) {
            return;
        }
        service = new SpringApplicationBuilder(PurseApplication.class)
                .properties(Map.of(
                        "server.port", "0",
                        "redress.kafka.bootstrap-servers", BROKER.getBootstrapServers(),
                        "redress.store.folder", folder.toString()))
                .run();
    }

    /** Before each and not once for all: only so is each reported as skipped, with the reason. */
    @BeforeEach
    void skipWithoutBroker() {
        assumeTrue(whyNot.isEmpty(), () -> whyNot.orElse(""));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        BROKER.stop();
    }

    @Test
    void what_is_decided_can_be_read_from_the_topic() {
        String id = UUID.randomUUID().toString();

        lanes().submit(Submission.<Command>of(id, new Purse.PutIn(3))).block(PATIENCE);

        ConsumerRecord<String, byte[]> read = firstOf(id);
        assertThat(new String(read.value(), UTF_8)).isEqualTo("{\"coins\":3}");
        assertThat(read.headers().lastHeader(EventHeaders.ID).value()).isEqualTo((id + ":purse:1").getBytes(UTF_8));
    }

    @Test
    void what_others_write_to_a_topic_is_decided_upon() {
        String id = UUID.randomUUID().toString();

        try (Producer<String, byte[]> outsider =
                new KafkaProducer<>(connection(), new StringSerializer(), new ByteArraySerializer())) {
            outsider.send(number(id, 10));
        }

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lanes().read(id)
                                .blockOptional(PATIENCE)
                                .orElseThrow()
                                .state()
                                .noted())
                        .containsExactly(10));
    }

    @SuppressWarnings("unchecked")
    private static CaseLanes<State, Command, Event> lanes() {
        return Objects.requireNonNull(service).getBean(CaseLanes.class);
    }

    /** As somebody writes it who knows the wire format only. */
    private static ProducerRecord<String, byte[]> number(String caseId, int number) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Purse.COINS, caseId, Integer.toString(number).getBytes(UTF_8));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", caseId + ":coins:1",
                        "ce_source", "/redress/coins",
                        "ce_type", "toy.number.v1",
                        "ce_subject", caseId,
                        "ce_time", "2026-01-05T09:00:00Z",
                        "ce_sequence", "1",
                        "content-type", "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }

    private static Map<String, Object> connection() {
        return Map.of("bootstrap.servers", BROKER.getBootstrapServers());
    }

    private static ConsumerRecord<String, byte[]> firstOf(String key) {
        Map<String, Object> fromTheStart = Map.of(
                "bootstrap.servers",
                BROKER.getBootstrapServers(),
                "group.id",
                "reader",
                "auto.offset.reset",
                "earliest");
        try (Consumer<String, byte[]> consumer =
                new KafkaConsumer<>(fromTheStart, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Purse.OUT));
            return Awaitility.await()
                    .atMost(PATIENCE)
                    .until(
                            () -> {
                                ConsumerRecord<String, byte[]> found = null;
                                for (ConsumerRecord<String, byte[]> it : consumer.poll(Duration.ofMillis(200))) {
                                    found = found == null && key.equals(it.key()) ? it : found;
                                }
                                return found;
                            },
                            found -> found != null);
        }
    }
}
