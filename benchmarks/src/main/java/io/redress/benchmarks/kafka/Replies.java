package io.redress.benchmarks.kafka;

import io.redress.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Says what departments' own systems say, on the topic for it. */
public final class Replies implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    public Replies(String bootstrapServers) {
        this.producer = Clients.producer(bootstrapServers);
    }

    /**
     * Publishes a reply.
     *
     * @param done is told when the broker has it, with what went wrong or null
     */
    public void send(String caseId, String json, Consumer<@Nullable Exception> done) {
        var out = new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId, json.getBytes(StandardCharsets.UTF_8));
        out.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        var _ = producer.send(out, (_, problem) -> done.accept(problem));
    }

    @Override
    public void close() {
        producer.close();
    }
}
