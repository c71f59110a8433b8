package io.redress.chassis.kafka;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Gives refused events another try, per case and in order, after what was wrong has been mended. Doing it twice is
 * harmless: what a case has had is dropped. What is refused again is a dead letter again.
 */
public final class DeadLetterRedrive<C> {
    /** The most one call takes, the earliest first. */
    public static final int LIMIT = 10_000;

    private static final Duration POLL = Duration.ofMillis(500);

    private final String service;
    private final Reactions<C> reactions;
    private final CaseLanes<?, C, ?> lanes;
    private final ConsumerFactory<String, byte[]> consumers;

    public DeadLetterRedrive(
            String service,
            Reactions<C> reactions,
            CaseLanes<?, C, ?> lanes,
            ConsumerFactory<String, byte[]> consumers) {
        this.service = service;
        this.reactions = reactions;
        this.lanes = lanes;
        this.consumers = consumers;
    }

    /**
     * Redrives what this service refused of a topic. Blocks until done.
     *
     * @param caseId only this case's events, or empty for all
     * @return how many events were tried
     * @throws IllegalArgumentException where the service does not listen to that topic
     */
    public int redrive(String topic, String caseId) {
        boolean sequenced = !reactions.of(topic).types().isEmpty();
        List<IncomingEvent> letters = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> letter : read(KafkaDeadLetters.topic(topic, service), caseId)) {
            try {
                IncomingEvent event = sequenced ? EventHeaders.sequenced(letter) : EventHeaders.unsequenced(letter);
                letters.add(at(topic, event));
            } catch (IllegalArgumentException unusable) {
                // Without a key or a sequence it belongs to no case; it stays where it is.
            }
        }
        letters.sort(Comparator.comparing(IncomingEvent::caseId)
                .thenComparing(IncomingEvent::stream)
                .thenComparingLong(IncomingEvent::seq));
        letters.forEach(event -> lanes.accept(event).join());
        return letters.size();
    }

    private static IncomingEvent at(String topic, IncomingEvent letter) {
        return new IncomingEvent(
                letter.caseId(),
                letter.stream(),
                letter.seq(),
                topic,
                letter.type(),
                letter.time(),
                letter.traceparent(),
                letter.payload());
    }

    private List<ConsumerRecord<String, byte[]>> read(String topic, String caseId) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.createConsumer("redress." + service + ".redrive", "", "")) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (found.size() < LIMIT
                    && partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, byte[]> letter : consumer.poll(POLL)) {
                    if (caseId.isEmpty() || caseId.equals(letter.key())) {
                        found.add(letter);
                    }
                }
            }
        }
        return found;
    }
}
