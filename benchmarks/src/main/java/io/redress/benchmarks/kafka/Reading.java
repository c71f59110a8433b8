package io.redress.benchmarks.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Topics from their beginning to where they ended when the reading began. */
public final class Reading implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> begin;
    private final Map<TopicPartition, Long> end;

    /** Is told each record; absent headers and keys are empty. */
    public interface Reader {
        void read(String topic, String key, String type, String id, String sequence, byte[] payload);
    }

    private Reading(KafkaConsumer<String, byte[]> consumer, Set<TopicPartition> partitions) {
        this.consumer = consumer;
        consumer.assign(partitions);
        begin = consumer.beginningOffsets(partitions);
        end = consumer.endOffsets(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Of those topics. */
    public static Reading of(String bootstrapServers, StageTopics topics, Collection<String> names) {
        return new Reading(Clients.consumer(bootstrapServers), topics.partitions(names));
    }

    /** How many records there are to read. */
    public long records() {
        return sum(end) - sum(begin);
    }

    /** How many were there once, and retention has removed them. */
    public long removed() {
        return sum(begin);
    }

    /** Reads all of them, each partition in order. */
    public void forEach(Reader reader) {
        Map<TopicPartition, Long> open = new HashMap<>(end);
        open.values().removeIf(offset -> offset == 0);
        open.entrySet().removeIf(it -> it.getValue().equals(begin.get(it.getKey())));
        while (!open.isEmpty()) {
            for (ConsumerRecord<String, byte[]> in : consumer.poll(Duration.ofMillis(500))) {
                Long until = end.get(new TopicPartition(in.topic(), in.partition()));
                if (until != null && in.offset() < until) {
                    @Nullable String key = in.key();
                    reader.read(
                            in.topic(),
                            key == null ? "" : key,
                            Feed.header(in, "ce_type"),
                            Feed.header(in, "ce_id"),
                            Feed.header(in, "ce_sequence"),
                            in.value() == null ? new byte[0] : in.value());
                }
            }
            open.entrySet().removeIf(it -> consumer.position(it.getKey()) >= it.getValue());
        }
    }

    private static long sum(Map<TopicPartition, Long> offsets) {
        return offsets.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
