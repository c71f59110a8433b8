package io.redress.chassis.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.store.PendingEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 in Kafka's binary mode: the attributes are headers, the record's value is the data alone. */
public final class EventHeaders {
    public static final String TYPE = "ce_type";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SEQUENCE = "ce_sequence";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TRACE_PARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    private static final String SOURCE_PREFIX = "/redress/";
    private static final String SCHEMAS = "https://redress.example/schemas/";
    /** No attribute of ours is longer; a longer one is not ours. */
    private static final int MAX_LENGTH = 256;

    private static final byte[] JSON = "application/json".getBytes(UTF_8);
    private static final byte[] SPEC = "1.0".getBytes(UTF_8);

    private EventHeaders() {}

    /** The record that carries an event. */
    static ProducerRecord<String, byte[]> record(PendingEvent event) {
        ProducerRecord<String, byte[]> out = new ProducerRecord<>(event.topic(), event.subject(), event.payload());
        Headers headers = out.headers();
        headers.add(SPEC_VERSION, SPEC);
        headers.add(ID, event.id().getBytes(UTF_8));
        headers.add(TYPE, event.type().getBytes(UTF_8));
        headers.add(SOURCE, (SOURCE_PREFIX + event.stream()).getBytes(UTF_8));
        headers.add(SUBJECT, event.subject().getBytes(UTF_8));
        headers.add(TIME, event.time().toString().getBytes(UTF_8));
        headers.add(SEQUENCE, Long.toString(event.seq()).getBytes(UTF_8));
        headers.add(DATA_SCHEMA, (SCHEMAS + event.type() + ".json").getBytes(UTF_8));
        headers.add(TRACE_PARENT, event.traceparent().getBytes(UTF_8));
        headers.add(CONTENT_TYPE, JSON);
        return out;
    }

    /**
     * Reads an event of a service of ours.
     *
     * @throws IllegalArgumentException where key or headers are not what a service sends; the message says what is
     *     wrong
     */
    static IncomingEvent sequenced(ConsumerRecord<String, byte[]> in) {
        String source = required(in, SOURCE);
        if (!source.startsWith(SOURCE_PREFIX) || source.length() == SOURCE_PREFIX.length()) {
            throw new IllegalArgumentException("Expected header " + SOURCE + " to begin with " + SOURCE_PREFIX);
        }
        return new IncomingEvent(
                key(in),
                source.substring(SOURCE_PREFIX.length()),
                sequence(required(in, SEQUENCE)),
                in.topic(),
                required(in, TYPE),
                time(required(in, TIME)),
                text(in, TRACE_PARENT).orElse(""),
                value(in));
    }

    /**
     * Reads a message of an outsider: only the key and the value count, headers are welcome but not needed.
     *
     * @throws IllegalArgumentException where there is no usable key or no value
     */
    static IncomingEvent unsequenced(ConsumerRecord<String, byte[]> in) {
        return new IncomingEvent(
                key(in),
                "",
                0,
                in.topic(),
                text(in, TYPE).orElse(""),
                Instant.ofEpochMilli(Math.max(0, in.timestamp())),
                text(in, TRACE_PARENT).orElse(""),
                value(in));
    }

    /** A header as text; empty where it is absent or longer than any of ours. */
    public static Optional<String> text(ConsumerRecord<?, ?> in, String name) {
        Header header = in.headers().lastHeader(name);
        return header == null || header.value() == null || header.value().length > MAX_LENGTH
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }

    private static String required(ConsumerRecord<?, ?> in, String name) {
        return text(in, name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected header " + name + " of at most " + MAX_LENGTH + " bytes, but found none"));
    }

    private static String key(ConsumerRecord<String, byte[]> in) {
        @Nullable String key = in.key();
        if (key == null || key.isBlank() || key.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Expected the case id as key, but found none of a usable length");
        }
        return key;
    }

    private static byte[] value(ConsumerRecord<String, byte[]> in) {
        byte @Nullable [] value = in.value();
        if (value == null) {
            throw new IllegalArgumentException("Expected a value, but found none");
        }
        return value;
    }

    private static long sequence(String text) {
        try {
            long seq = Long.parseLong(text);
            if (seq > 0) {
                return seq;
            }
        } catch (NumberFormatException e) {
            // Said below, for both.
        }
        throw new IllegalArgumentException("Expected header " + SEQUENCE + " to be a number from 1, but got " + text);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Expected header " + TIME + " to be an instant, but got " + text, e);
        }
    }
}
