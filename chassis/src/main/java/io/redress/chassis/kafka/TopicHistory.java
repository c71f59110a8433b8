package io.redress.chassis.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads again what a topic holds from its first event on; moves nobody's place in it. */
public final class TopicHistory {
    private static final Duration POLL = Duration.ofMillis(500);

    private final ConsumerFactory<String, byte[]> consumers;
    private final String group;

    /** @param group the consumer group on whose behalf is read */
    public TopicHistory(ConsumerFactory<String, byte[]> consumers, String group) {
        this.consumers = consumers;
        this.group = group;
    }

    /**
     * Gives all events that are there now, in batches, each case's in their order. What is not an event of a service is
     * passed over; whoever listens has refused it before. A topic that does not exist has none.
     */
    public void read(String topic, java.util.function.Consumer<List<IncomingEvent>> to) {
        read(topic, to, false);
    }

    /** The same, but only what the group has taken in before; all of it where nobody knows how far the group was. */
    public void readConsumed(String topic, java.util.function.Consumer<List<IncomingEvent>> to) {
        read(topic, to, true);
    }

    private void read(String topic, java.util.function.Consumer<List<IncomingEvent>> to, boolean consumedOnly) {
        try (Consumer<String, byte[]> consumer = consumers.createConsumer(group, "", "")) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                return;
            }
            List<TopicPartition> partitions = infos.stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            if (consumedOnly) {
                consumer.committed(Set.copyOf(partitions)).forEach((partition, place) -> {
                    if (place != null) {
                        ends.merge(partition, place.offset(), Math::min);
                    }
                });
            }
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                List<IncomingEvent> batch = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> found : consumer.poll(POLL)) {
                    if (found.offset() < ends.getOrDefault(new TopicPartition(topic, found.partition()), 0L)) {
                        add(found, batch);
                    }
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
