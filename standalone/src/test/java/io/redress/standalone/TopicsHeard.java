package io.redress.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;

/** A department's own system at the broker: it reads what is on the topics, and replies. */
final class TopicsHeard implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final KafkaProducer<String, byte[]> producer;

    TopicsHeard(String broker) {
        Map<String, Object> at = Map.of("bootstrap.servers", broker);
        consumer = new KafkaConsumer<>(at, new StringDeserializer(), new ByteArrayDeserializer());
        producer = new KafkaProducer<>(at, new StringSerializer(), new ByteArraySerializer());
    }

    void say(DepartmentReply reply) {
        producer.send(new ProducerRecord<>(
                "redress.department-replies.v1", reply.caseId().value(), Wire.write(reply)));
        producer.flush();
    }

    /** All events of one kind about a case that are on a topic now. */
    List<JsonNode> about(String topic, String caseId, String type) {
        return records(topic, caseId).stream()
                .filter(it -> header(it, "ce_type").equals(type))
                .map(it -> Wire.mapper().readTree(it.value()))
                .toList();
    }

    /** The ids of all events of one kind about a case that are on a topic now. */
    List<String> ids(String topic, String caseId, String type) {
        return records(topic, caseId).stream()
                .filter(it -> header(it, "ce_type").equals(type))
                .map(it -> header(it, "ce_id"))
                .toList();
    }

    /** Why replies about a case were refused. */
    List<String> refusals(String deadLetters, String caseId) {
        return records(deadLetters, caseId).stream()
                .map(it -> header(it, "redress_refusal_code"))
                .toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic, String caseId) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(it -> consumer.position(it.getKey()) < it.getValue())) {
            consumer.poll(PATIENCE).forEach(it -> {
                if (caseId.equals(it.key())) {
                    found.add(it);
                }
            });
        }
        return found;
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
