package io.redress.benchmarks.kafka;

import io.redress.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/**
 * Sends what was told about incidents and resolutions once more, a moment later and in the opposite order, as a broker may
 * that has lost an acknowledgement. Nothing may come of it. One thread.
 */
public final class Redelivery implements AutoCloseable {
    private static final String AGAIN = "benchmarks-again";
    private static final Set<String> TOLD_AGAIN = Set.of(Topics.INCIDENTS, Topics.RESOLUTIONS);
    private static final int TOGETHER = 200;

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong again = new AtomicLong();
    private final Thread thread;
    private volatile boolean closed;

    private Redelivery(KafkaConsumer<String, byte[]> consumer, KafkaProducer<String, byte[]> producer) {
        this.consumer = consumer;
        this.producer = producer;
        this.thread = Thread.ofPlatform().name("redelivery").start(this::run);
    }

    /** From the beginning of the topics on. */
    public static Redelivery of(String bootstrapServers, StageTopics topics) {
        KafkaConsumer<String, byte[]> consumer = Clients.consumer(bootstrapServers);
        Set<TopicPartition> partitions = topics.partitions(TOLD_AGAIN);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return new Redelivery(consumer, Clients.producer(bootstrapServers));
    }

    /** How many records were sent once more. */
    public long again() {
        return again.get();
    }

    private void run() {
        List<ConsumerRecord<String, byte[]>> held = new ArrayList<>();
        try (consumer) {
            while (!closed) {
                boolean quiet = poll(held);
                if (held.size() >= TOGETHER || quiet) {
                    Collections.reverse(held);
                    held.forEach(this::send);
                    held.clear();
                }
            }
        } catch (WakeupException expected) {
            // How close() interrupts a poll.
        }
    }

    /** The broker is killed now and then; the clients come back by themselves. */
    private boolean poll(List<ConsumerRecord<String, byte[]>> held) {
        try {
            var records = consumer.poll(Duration.ofSeconds(1));
            records.forEach(it -> {
                if (it.headers().lastHeader(AGAIN) == null) {
                    held.add(it);
                }
            });
            return records.isEmpty();
        } catch (WakeupException closing) {
            throw closing;
        } catch (KafkaException away) {
            return false;
        }
    }

    private void send(ConsumerRecord<String, byte[]> record) {
        ProducerRecord<String, byte[]> copy =
                new ProducerRecord<>(record.topic(), null, record.key(), record.value(), record.headers());
        copy.headers().add(AGAIN, new byte[] {1});
        producer.send(copy, (_, failure) -> {
            if (failure == null) {
                again.incrementAndGet();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(5));
    }
}
