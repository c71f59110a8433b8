package io.redress.chassis.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A write in the making, with nothing in it but what a test says. */
public final class Draft {
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123456789Z");
    public static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final String id;
    private final long expectedRevision;
    private byte[] state = bytes("{}");
    private final Map<String, Long> positions = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<ParkedEvent> parked = new ArrayList<>();
    private final List<IndexEntry> entries = new ArrayList<>();
    private @Nullable Instant due;
    private final List<PendingEvent> events = new ArrayList<>();
    private final List<LogEntry> log = new ArrayList<>();

    private Draft(String id, long expectedRevision) {
        this.id = id;
        this.expectedRevision = expectedRevision;
    }

    public static Draft creating(String id) {
        return new Draft(id, 0);
    }

    public static Draft changing(String id, long expectedRevision) {
        return new Draft(id, expectedRevision);
    }

    public Draft state(byte[] json) {
        state = json;
        return this;
    }

    public Draft state(String json) {
        return state(bytes(json));
    }

    public Draft position(String stream, long seq) {
        positions.put(stream, seq);
        return this;
    }

    public Draft sequence(String stream, long seq) {
        sequences.put(stream, seq);
        return this;
    }

    public Draft parked(ParkedEvent event) {
        parked.add(event);
        return this;
    }

    public Draft unique(String index, String value) {
        entries.add(IndexEntry.unique(index, value));
        return this;
    }

    public Draft sorted(String index, String value, String sort) {
        entries.add(IndexEntry.sorted(index, value, sort));
        return this;
    }

    public Draft due(Instant at) {
        due = at;
        return this;
    }

    public Draft event(String stream, long seq) {
        events.add(event(id, stream, seq));
        return this;
    }

    public Draft log(long number) {
        log.add(new LogEntry(number, logContent(id, number)));
        return this;
    }

    public CaseWrite write() {
        return new CaseWrite(id, expectedRevision, state, positions, sequences, parked, entries, due, events, log);
    }

    public static PendingEvent event(String caseId, String stream, long seq) {
        return new PendingEvent(
                caseId,
                stream,
                seq,
                "redress." + stream,
                "happened",
                NOON.plusNanos(seq),
                TRACE,
                bytes("{\"of\":\"" + caseId + "\",\"seq\":" + seq + "}"));
    }

    public static byte[] logContent(String caseId, long number) {
        return bytes("{\"entry\":\"" + caseId + " " + number + "\"}");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
