package io.redress.benchmarks.kafka;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Says what routing would say when it asks departments, so that only they have work. */
public final class RaisedRequests implements AutoCloseable {
    private static final int DATES = 10_000;

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicLong failed = new AtomicLong();
    private int raised;

    public RaisedRequests(String bootstrapServers) {
        this.producer = Clients.producer(bootstrapServers);
    }

    /** Asks a department in a case of its own, with a date within some days. Waits where the producer's memory is full. */
    public RequestId raise(DepartmentCode department) {
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        RequestId id = RequestId.of(caseId, 1);
        Instant now = Instant.now();
        RequestRaised event = new RequestRaised(
                caseId,
                id,
                department,
                RequestKind.INFORMATION,
                "overcharge",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                now,
                now.plus(Duration.ofHours(1).plusSeconds(31L * (raised++ % DATES))));
        var record = new ProducerRecord<>(Topics.ROUTING, caseId.value(), Wire.write(event));
        headers(caseId, now)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var _ = producer.send(record, (_, problem) -> {
            if (problem != null) {
                failed.incrementAndGet();
            }
        });
        return id;
    }

    private static Map<String, String> headers(CaseId caseId, Instant now) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                caseId + ":routing:1",
                "ce_type",
                EventTypes.wireName(RequestRaised.class),
                "ce_source",
                "/redress/routing",
                "ce_subject",
                caseId.value(),
                "ce_time",
                now.toString(),
                "ce_sequence",
                "1");
    }

    /** Waits until the broker has all. Returns how many it did not take. */
    public long flush() {
        producer.flush();
        return failed.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
