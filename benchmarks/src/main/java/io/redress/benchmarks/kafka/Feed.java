package io.redress.benchmarks.kafka;

import io.redress.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;

/** Tells what happens from now on in what departments and customers follow: requests, resolutions and reviews. One thread. */
public final class Feed implements AutoCloseable {
    private static final Pattern FOLLOWED = Pattern.compile("redress\\.requests\\.[a-z-]+\\.v1|"
            + Pattern.quote(Topics.RESOLUTIONS) + "|" + Pattern.quote(Topics.REVIEWS));

    private final KafkaConsumer<String, byte[]> consumer;
    private final Listener listener;
    private final Thread thread;
    private volatile boolean closed;

    /** Is told each record. */
    public interface Listener {
        /**
         * @param type wire name
         * @param sequence {@code ce_sequence}, empty where there is none
         */
        void heard(String type, String sequence, byte[] payload);
    }

    private Feed(KafkaConsumer<String, byte[]> consumer, Listener listener) {
        this.consumer = consumer;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("feed").start(this::listen);
    }

    /** Begins at the present end of the topics; what is published after the return is heard. */
    public static Feed of(String bootstrapServers, StageTopics topics, Listener listener) {
        Set<String> names = topics.names().stream()
                .filter(name -> FOLLOWED.matcher(name).matches())
                .collect(Collectors.toSet());
        KafkaConsumer<String, byte[]> consumer = Clients.consumer(bootstrapServers);
        Set<TopicPartition> partitions = topics.partitions(names);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        // Seeking is lazy; asking fixes the place.
        partitions.forEach(consumer::position);
        return new Feed(consumer, listener);
    }

    private void listen() {
        try (consumer) {
            while (!closed) {
                for (ConsumerRecord<String, byte[]> in : consumer.poll(Duration.ofSeconds(1))) {
                    listener.heard(header(in, "ce_type"), header(in, "ce_sequence"), in.value());
                }
            }
        } catch (WakeupException expected) {
            // How close() interrupts a poll.
        }
    }

    static String header(ConsumerRecord<?, ?> in, String name) {
        Header header = in.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
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
    }
}
