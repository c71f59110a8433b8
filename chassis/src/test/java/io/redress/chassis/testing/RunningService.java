package io.redress.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.security.LocalIssuer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** One whole service on its embedded store, with a real broker and tokens of its own, seen from outside only. */
public final class RunningService implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The consumer waits by itself. */
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(1);

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 2);
    private final LocalIssuer issuer = LocalIssuer.inMemory(Clock.systemUTC());
    private final Class<?> application;
    private final String module;
    private final InstantSource clock;
    private ConfigurableApplicationContext context;
    private final Producer<String, byte[]> producer;

    private RunningService(
            Class<?> application, String module, Path folder, InstantSource clock, Map<String, String> settings) {
        this.application = application;
        this.module = module;
        this.clock = clock;
        broker.afterPropertiesSet();
        context = run(folder, settings);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.getBrokersAsString()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private ConfigurableApplicationContext run(Path folder, Map<String, String> settings) {
        return new SpringApplicationBuilder(application)
                .properties(Map.of("spring.config.name", module))
                .initializers(fresh -> {
                    var beans = (GenericApplicationContext) fresh;
                    beans.registerBean(
                            org.springframework.security.oauth2.jwt.ReactiveJwtDecoder.class, issuer::decoder);
                    beans.registerBean(InstantSource.class, () -> clock);
                })
                .run(arguments(folder, settings));
    }

    /** Ends the service and starts it again beside the same broker, on another store or with other settings. */
    public void restart(Path folder, Map<String, String> settings) {
        restart(folder, settings, () -> {});
    }

    /** The same, with something done while it does not run. */
    public void restart(Path folder, Map<String, String> settings, Runnable meanwhile) {
        context.close();
        meanwhile.run();
        context = run(folder, settings);
    }

    private String[] arguments(Path folder, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "server.port", "0",
                "management.server.port", "0",
                "redress.kafka.bootstrap-servers", broker.getBrokersAsString(),
                "redress.kafka.partitions", "2",
                "redress.kafka.sweep-every", "200ms",
                "redress.store.folder", folder.toString()));
        all.putAll(settings);
        return all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    /**
     * Starts a service.
     *
     * @param module also the name of its settings file
     */
    public static RunningService start(Class<?> application, String module, Path folder) {
        return start(application, module, folder, Clock.systemUTC());
    }

    /** Starts a service that lives in another time. */
    public static RunningService start(Class<?> application, String module, Path folder, InstantSource clock) {
        return start(application, module, folder, clock, Map.of());
    }

    /** Starts a service with settings of its own; they are stronger than its file and than those of the others here. */
    public static RunningService start(
            Class<?> application, String module, Path folder, InstantSource clock, Map<String, String> settings) {
        return new RunningService(application, module, folder, clock, settings);
    }

    /** A caller with these roles. */
    public HttpTalk as(String subject, String... roles) {
        return new HttpTalk(port(), issuer.token(subject, List.of(roles), Duration.ofHours(1)));
    }

    /** A caller with any token, or none. */
    public HttpTalk with(@Nullable String token) {
        return new HttpTalk(port(), token);
    }

    /** A token that ran out yesterday, and is of another issuer too. */
    public String expiredToken(String subject, String... roles) {
        Clock yesterday = Clock.offset(Clock.systemUTC(), Duration.ofDays(-1));
        return LocalIssuer.inMemory(yesterday).token(subject, List.of(roles), Duration.ofHours(1));
    }

    /** Its meters, as they are scraped. */
    public String meters() {
        int port = context.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        return new HttpTalk(port, null).get("/actuator/prometheus").body();
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** An event as the producing service would publish it. */
    public void publish(String topic, String stream, String caseId, long seq, String type, byte[] payload) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, caseId, payload);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        caseId + ":" + stream + ":" + seq,
                        "ce_type",
                        type,
                        "ce_source",
                        "/redress/" + stream,
                        "ce_subject",
                        caseId,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        Long.toString(seq))
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        send(record);
    }

    /** Where the broker is, for programs of others. */
    public String brokers() {
        return broker.getBrokersAsString();
    }

    /** Any record, as an outsider may send it. */
    public void send(ProducerRecord<String, byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    /** The first {@code count} records of a case on a topic; waits for them. */
    public List<ConsumerRecord<String, byte[]>> await(String topic, String key, int count) {
        return await(broker.getBrokersAsString(), topic, key, count);
    }

    /** The first {@code count} records of one type of a case on a topic, whatever lies between them; waits for them. */
    public List<ConsumerRecord<String, byte[]>> await(String topic, String key, int count, String type) {
        return await(broker.getBrokersAsString(), topic, count, it -> key.equals(it.key()) && type(it).equals(type));
    }

    /** The first {@code count} records of a key on a topic of any broker; waits for them. */
    public static List<ConsumerRecord<String, byte[]>> await(String brokers, String topic, String key, int count) {
        return await(brokers, topic, count, it -> key.equals(it.key()));
    }

    private static List<ConsumerRecord<String, byte[]>> await(
            String brokers, String topic, int count, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    Awaitility.await().atMost(PATIENCE).until(() -> partitions(consumer, topic), it -> !it.isEmpty());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().atMost(PATIENCE).pollInterval(BETWEEN_POLLS).untilAsserted(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (wanted.test(record)) {
                        found.add(record);
                    }
                });
                assertThat(found).hasSizeGreaterThanOrEqualTo(count);
            });
        }
        return found;
    }

    /** None while there is no such topic. */
    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return Objects.requireNonNullElse(consumer.partitionsFor(topic), List.<PartitionInfo>of()).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
    }

    /** The wire name of an event. */
    public static String type(ConsumerRecord<?, ?> record) {
        return headers(record).getOrDefault("ce_type", "");
    }

    /** A record's headers as text. */
    public static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        producer.close();
        context.close();
        broker.destroy();
    }
}
