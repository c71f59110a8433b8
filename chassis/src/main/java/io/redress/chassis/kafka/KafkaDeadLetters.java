package io.redress.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.DeadLetterSink;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Refused;
import io.redress.chassis.store.PendingEvent;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
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
    private static final int PATIENCE_SECONDS = 30;

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
        keep(List.of(new Refused(event, code, reason)));
    }

    @Override
    public void keep(List<Refused> refused) {
        List<CompletableFuture<Void>> kept = refused.stream().map(this::send).toList();
        try {
            CompletableFuture.allOf(kept.toArray(CompletableFuture[]::new)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected time to keep dead letters, but was interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Expected the broker to keep dead letters, but it did not", e);
        }
        // Once for many, because outsiders may send nonsense in floods. The reason may quote what they wrote, so only
        // its
        // code is logged.
        refused.stream()
                .collect(Collectors.groupingBy(
                        it -> new Kind(it.event().topic(), it.code()), TreeMap::new, Collectors.counting()))
                .forEach((kind, count) ->
                        LOG.warn("{} refused {} of {}: {}", service, count, kind.topic(), kind.code()));
    }

    private CompletableFuture<Void> send(Refused refused) {
        IncomingEvent event = refused.event();
        byte[] payload = event.payload();
        ProducerRecord<String, byte[]> letter = EventHeaders.record(new PendingEvent(
                event.caseId(),
                event.stream(),
                event.seq(),
                topic(event.topic(), service),
                event.type(),
                event.time(),
                event.traceparent(),
                fitting(payload)));
        if (payload.length > MAX_VALUE) {
            letter.headers().add(TRUNCATED, Integer.toString(payload.length).getBytes(UTF_8));
        }
        return send(letter, refused.code(), refused.reason());
    }

    /** Keeps a record that could not even be read as an event: as it came, headers included. Fails where it cannot. */
    CompletableFuture<Void> keepUnread(ConsumerRecord<String, byte[]> in, String code, String reason) {
        byte[] value = in.value();
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(topic(in.topic(), service), in.key(), value == null ? null : fitting(value));
        in.headers().forEach(header -> {
            if (header.value() != null && header.value().length <= MAX_REASON) {
                letter.headers().add(header);
            }
        });
        letter.headers().add(ORIGIN, (in.topic() + "-" + in.partition() + "@" + in.offset()).getBytes(UTF_8));
        if (value != null && value.length > MAX_VALUE) {
            letter.headers().add(TRUNCATED, Integer.toString(value.length).getBytes(UTF_8));
        }
        LOG.warn("{} refused a record of {}: {}", service, in.topic(), code);
        return send(letter, code, reason);
    }

    /** A letter that the broker does not take would be tried for ever. */
    private static byte[] fitting(byte[] value) {
        return value.length > MAX_VALUE ? Arrays.copyOf(value, MAX_VALUE) : value;
    }

    private CompletableFuture<Void> send(ProducerRecord<String, byte[]> letter, String code, String reason) {
        String bounded = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
        letter.headers().add(CODE, code.getBytes(UTF_8));
        letter.headers().add(REASON, bounded.getBytes(UTF_8));
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            producer.send(letter, (_, failure) -> {
                if (failure == null) {
                    kept.increment();
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException failure) {
            sent.completeExceptionally(failure);
        }
        return sent;
    }

    private record Kind(String topic, String code) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            return (topic + " " + code).compareTo(other.topic + " " + other.code);
        }
    }
}
