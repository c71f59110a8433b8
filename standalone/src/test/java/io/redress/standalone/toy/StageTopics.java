package io.redress.standalone.toy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads stage topics from their beginning to their present end, as any other team may. */
public record StageTopics(String address) {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Which numbers each case has, repetitions left out. */
    public Map<String, Set<Long>> sequences(String topic) {
        Map<String, Set<Long>> sequences = new HashMap<>();
        read(
                topic,
                record -> sequences
                        .computeIfAbsent(record.key(), _ -> new TreeSet<>())
                        .add(Long.parseLong(header(record, "ce_sequence"))));
        return sequences;
    }

    /** Something of each event per case, repetitions of the same event id left out. */
    public Map<String, List<String>> payloads(String topic, BiFunction<String, byte[], String> part) {
        Map<String, List<String>> payloads = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        read(topic, record -> {
            if (seen.add(header(record, "ce_id"))) {
                payloads.computeIfAbsent(record.key(), _ -> new ArrayList<>())
                        .add(part.apply(header(record, "ce_type"), record.value()));
            }
        });
        return payloads;
    }

    /** Something of each event, by the id of the event. */
    public Map<String, String> byId(String topic, BiFunction<String, byte[], String> part) {
        Map<String, String> found = new HashMap<>();
        read(
                topic,
                record -> found.put(header(record, "ce_id"), part.apply(header(record, "ce_type"), record.value())));
        return found;
    }

    private void read(String topic, Consumer<ConsumerRecord<String, byte[]>> each) {
        Map<String, Object> settings = Map.of("bootstrap.servers", address);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
