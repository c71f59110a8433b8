package io.redress.chassis.store.mongo;

import com.mongodb.client.model.Projections;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.LogEntry;
import io.redress.chassis.store.ParkedEvent;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.StoredCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * How a case and its parts become documents. Names of streams are values, never field names, so they may contain
 * anything.
 */
final class CaseDocuments {
    /** All that {@link #stored} needs, and not what grows. */
    static final Bson STORED = Projections.include("rev", "state", "positions", "sequences", "parked", "logSize");

    private CaseDocuments() {}

    static StoredCase stored(Document document) {
        return new StoredCase(
                document.getString("_id"),
                document.getLong("rev"),
                bytes(document, "state"),
                counts(document, "positions"),
                counts(document, "sequences"),
                document.getList("parked", Document.class).stream()
                        .map(CaseDocuments::parkedEvent)
                        .toList(),
                document.getLong("logSize"));
    }

    /** Texts of the keys of the entries that are not unique, each once. */
    static List<String> sortedEntries(CaseWrite write) {
        return write.entries().stream()
                .filter(entry -> !entry.unique())
                .map(entry -> EntryKey.of(write.id(), entry).text())
                .distinct()
                .toList();
    }

    /** What no other case may hold: its id, so that the list is never empty (which would count as null), and more. */
    static List<String> holdings(CaseWrite write) {
        List<String> holdings = new ArrayList<>();
        holdings.add(holding("", write.id()));
        write.entries().stream()
                .filter(IndexEntry::unique)
                .map(entry -> holding(entry.index(), entry.value()))
                .distinct()
                .forEach(holdings::add);
        return holdings;
    }

    /** No index has an empty name or a bar in it. */
    static String holding(String index, String value) {
        return index + "|" + value;
    }

    static List<Document> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new Document("stream", count.getKey()).append("seq", count.getValue()))
                .toList();
    }

    private static Map<String, Long> counts(Document document, String field) {
        Map<String, Long> counts = new LinkedHashMap<>();
        document.getList(field, Document.class)
                .forEach(count -> counts.put(count.getString("stream"), count.getLong("seq")));
        return counts;
    }

    static Document parked(ParkedEvent event) {
        return new Document("stream", event.stream())
                .append("seq", event.seq())
                .append("topic", event.topic())
                .append("type", event.type())
                .append("time", event.time().toString())
                .append("traceparent", event.traceparent())
                .append("payload", event.payload());
    }

    private static ParkedEvent parkedEvent(Document event) {
        return new ParkedEvent(
                event.getString("stream"),
                event.getLong("seq"),
                event.getString("topic"),
                event.getString("type"),
                Instant.parse(event.getString("time")),
                event.getString("traceparent"),
                bytes(event, "payload"));
    }

    /** One field names it within the case, for {@code $in}. */
    static String pendingKey(PendingEvent.Key key) {
        return key.stream() + ":" + key.seq();
    }

    static Document pending(PendingEvent event) {
        return new Document("key", pendingKey(event.key()))
                .append("stream", event.stream())
                .append("seq", event.seq())
                .append("topic", event.topic())
                .append("type", event.type())
                .append("time", event.time().toString())
                .append("traceparent", event.traceparent())
                .append("payload", event.payload());
    }

    static PendingEvent pendingEvent(String caseId, Document event) {
        return new PendingEvent(
                caseId,
                event.getString("stream"),
                event.getLong("seq"),
                event.getString("topic"),
                event.getString("type"),
                Instant.parse(event.getString("time")),
                event.getString("traceparent"),
                bytes(event, "payload"));
    }

    static Document log(LogEntry entry) {
        return new Document("number", entry.number()).append("content", entry.content());
    }

    static LogEntry logEntry(Document entry) {
        return new LogEntry(entry.getLong("number"), bytes(entry, "content"));
    }

    private static byte[] bytes(Document document, String field) {
        return document.get(field, Binary.class).getData();
    }
}
