package io.redress.benchmarks.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Puts records on the generator's own topic with {@code acks=all}, keys spread over the partitions. */
public final class Flood implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    public Flood(String bootstrapServers) {
        this.producer = Clients.producer(bootstrapServers);
    }

    /** Waits where the producer's memory is full. */
    public CompletableFuture<Boolean> send(byte[] payload) {
        CompletableFuture<Boolean> acked = new CompletableFuture<>();
        String key = Long.toString(sent.getAndIncrement());
        var _ = producer.send(new ProducerRecord<>(StageTopics.OWN, key, payload), (_, problem) -> {
            (problem == null ? acknowledged : failed).incrementAndGet();
            acked.complete(problem == null);
        });
        return acked;
    }

    /** Records that the broker has. */
    public long acknowledged() {
        return acknowledged.get();
    }

    /** Records that the broker did not take. */
    public long failed() {
        return failed.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
