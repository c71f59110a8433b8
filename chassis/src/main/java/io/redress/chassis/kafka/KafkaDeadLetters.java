package io.redress.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.DeadLetterSink;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.store.PendingEvent;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dead letters on Kafka: what a service refuses goes to {@code <topic>.<service>-dlt}, with the reason. */
public final class KafkaDeadLetters implements DeadLetterSink {
    /** Kebab-case reason for programs. */
    public static final String CODE = "redress_refusal_code";
    /** The reason in a sentence. */
    public static final String REASON = "redress_refusal_reason";
    /** Where the record stood: topic, partition and offset. */
    public static final String ORIGIN = "redress_origin";
    /** Present where the value was too large to be kept whole. */
    public static final String TRUNCATED = "redress_truncated";

    private static final Logger LOG = LoggerFactory.getLogger(KafkaDeadLetters.class);
    private static final int MAX_VALUE = 900_000;
    private static final int MAX_REASON = 1_000;

    private final String service;
    private final Producer<String, byte[]> producer;
    private final Counter kept;

    public KafkaDeadLetters(String service, Producer<String, byte[]> producer, MeterRegistry registry) {
        this.service = service;
        this.producer = producer;
        this.kept = Counter.builder("redress_events_dead_lettered_total")
                .tag("service", service)
                .register(registry);
    }

    /** The topic for what {@code service} refuses of {@code topic}. */
    public static String topic(String topic, String service) {
        return topic + "." + service + "-dlt";
    }

    @Override
    public void refuse(IncomingEvent event, String code, String reason) {
        ProducerRecord<String, byte[]> letter = EventHeaders.record(new PendingEvent(
                event.caseId(),
                event.stream(),
                event.seq(),
                topic(event.topic(), service),
                event.type(),
                event.time(),
                event.traceparent(),
                event.payload()));
        keep(letter, event.topic(), code, reason);
    }

    /** Keeps a record that could not even be read as an event: as it came, headers included. */
    void refuse(ConsumerRecord<String, byte[]> in, String code, String reason) {
        byte[] value = in.value();
        boolean truncated = value != null && value.length > MAX_VALUE;
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                topic(in.topic(), service), in.key(), truncated ? Arrays.copyOf(value, MAX_VALUE) : value);
        in.headers().forEach(header -> {
            if (header.value() != null && header.value().length <= MAX_REASON) {
                letter.headers().add(header);
            }
        });
        letter.headers().add(ORIGIN, (in.topic() + "-" + in.partition() + "@" + in.offset()).getBytes(UTF_8));
        if (truncated) {
            letter.headers().add(TRUNCATED, Integer.toString(value.length).getBytes(UTF_8));
        }
        keep(letter, in.topic(), code, reason);
    }

    private void keep(ProducerRecord<String, byte[]> letter, String topic, String code, String reason) {
        String bounded = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
        letter.headers().add(CODE, code.getBytes(UTF_8));
        letter.headers().add(REASON, bounded.getBytes(UTF_8));
        try {
            producer.send(letter).get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected time to keep a dead letter, but was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(
                    "Expected the broker to keep a dead letter of " + topic + ", but it did not", e);
        }
        kept.increment();
        // The reason may quote what an outsider wrote, so only its code is logged.
        LOG.warn("{} refused an event of {}: {}", service, topic, code);
    }
}
