package io.redress.chassis.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads what a topic holds from its first event on, beside every consumer group. */
public final class TopicHistory {
    private static final Duration POLL = Duration.ofMillis(500);

    private final ConsumerFactory<String, byte[]> consumers;
    private final String reader;

    /** @param reader names the reader to the broker */
    public TopicHistory(ConsumerFactory<String, byte[]> consumers, String reader) {
        this.consumers = consumers;
        this.reader = reader;
    }

    /**
     * Gives all events that are there now, in batches, each case's in their order. What is not an event of a service is
     * passed over; whoever listens has refused it before. A topic that does not exist has none.
     */
    public void read(String topic, java.util.function.Consumer<List<IncomingEvent>> to) {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(reader, "", "")) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                return;
            }
            List<TopicPartition> partitions = infos.stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                List<IncomingEvent> batch = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
                    add(found, batch);
                }
                to.accept(batch);
            }
        }
    }

    private static void add(ConsumerRecord<String, byte[]> found, List<IncomingEvent> batch) {
        try {
            batch.add(EventHeaders.sequenced(found));
        } catch (IllegalArgumentException notOurs) {
            // Has been refused and kept elsewhere by those who listen.
        }
    }
}
