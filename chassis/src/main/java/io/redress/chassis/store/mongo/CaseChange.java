package io.redress.chassis.store.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import io.redress.chassis.store.BatchBounds;
import io.redress.chassis.store.CaseWrite;
import java.time.Instant;
import java.util.List;
import org.bson.Document;

/**
 * A write as what the server does with one document: an insert, or an update that matches only the revision it expects
 * and adds events and log entries to those there are, so that a concurrent clear is not undone.
 */
record CaseChange(CaseWrite write, String token) {
    /**
     * How many writers of a case are remembered, for one that has to find out whether it was among them. One that more
     * have overtaken before it looks is told of a conflict.
     */
    static final int REMEMBERED_WRITERS = 16;

    WriteModel<Document> model() {
        return write.expectedRevision() == 0 ? new InsertOneModel<>(created()) : changed();
    }

    long newRevision() {
        return write.expectedRevision() + 1;
    }

    private Document created() {
        return replaced()
                .append("_id", write.id())
                .append("pending", pending())
                .append("log", log())
                .append("logSize", write.newLog().isEmpty() ? 0L : lastNumber())
                .append("writers", List.of(token));
    }

    private UpdateOneModel<Document> changed() {
        Document set = replaced();
        if (!write.newLog().isEmpty()) {
            set.append("logSize", lastNumber());
        }
        Document push = new Document("pending", each(pending()))
                .append("log", each(log()))
                .append("writers", each(List.of(token)).append("$slice", -REMEMBERED_WRITERS));
        Document update = new Document("$set", set).append("$push", push);
        if (write.nextDue() == null) {
            update.append("$unset", new Document("due", ""));
        }
        return new UpdateOneModel<>(
                Filters.and(Filters.eq("_id", write.id()), Filters.eq("rev", write.expectedRevision())), update);
    }

    private Document replaced() {
        Document fields = new Document("rev", newRevision())
                .append("state", write.state())
                .append("positions", CaseDocuments.counts(write.positions()))
                .append("sequences", CaseDocuments.counts(write.sequences()))
                .append(
                        "parked",
                        write.parked().stream().map(CaseDocuments::parked).toList())
                .append("entries", CaseDocuments.sortedEntries(write))
                .append("unique", CaseDocuments.holdings(write));
        if (write.nextDue() != null) {
            fields.append("due", Instant.ofEpochMilli(BatchBounds.millis(write.nextDue())));
        }
        if (!write.newEvents().isEmpty()) {
            fields.append("pendingCase", write.id());
        }
        return fields;
    }

    private long lastNumber() {
        return write.newLog().getLast().number();
    }

    private List<Document> pending() {
        return write.newEvents().stream().map(CaseDocuments::pending).toList();
    }

    private List<Document> log() {
        return write.newLog().stream().map(CaseDocuments::log).toList();
    }

    private static Document each(List<?> values) {
        return new Document("$each", values);
    }
}
