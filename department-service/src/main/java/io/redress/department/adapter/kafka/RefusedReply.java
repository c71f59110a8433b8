package io.redress.department.adapter.kafka;

import io.redress.chassis.kafka.RefusedRecord;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentRefusal;
import io.redress.contracts.DepartmentRefusal.Origin;
import io.redress.contracts.DepartmentRefusal.Problem;
import io.redress.contracts.DepartmentRefusal.ReplyRefused;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.contracts.UnreadableEvent;
import io.redress.contracts.Wire;
import io.redress.department.domain.Charters;
import io.redress.department.domain.Refusing;
import io.redress.department.domain.RequestContract.Checked.Unfit;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Reads from a refused reply what its sender needs to know it by, even where it cannot be read as a reply. */
public final class RefusedReply {
    private final Charters charters;
    private final InstantSource clock;

    public RefusedReply(Charters charters, InstantSource clock) {
        this.charters = charters;
        this.clock = clock;
    }

    /** Never fails: a record that could not be told would be delivered for ever. */
    ReplyRefused refusal(RefusedRecord record) {
        Origin origin = new Origin(record.topic(), record.partition(), record.offset());
        Instant now = clock.instant();
        byte[] value = record.value();
        if (value == null) {
            return bare(record, origin, now);
        }
        try {
            DepartmentReply reply = Wire.readReply(value);
            return Refusing.refusal(reply, record.code(), record.reason(), problems(reply, record), now, origin);
        } catch (UnreadableEvent unreadable) {
            return unreadable(record, value, unreadable, origin, now);
        }
    }

    /** What the case itself says is not missing; the reason has only what is. */
    private List<Problem> problems(DepartmentReply reply, RefusedRecord record) {
        return record.code().equals("unfit-request")
                        && reply instanceof DepartmentReply.Help help
                        && charters.of(help.from()).request().check(given(help)) instanceof Unfit(var flaws)
                ? Refusing.problems(flaws.stream()
                        .filter(it -> record.reason().contains(it.sentence()))
                        .toList())
                : List.of();
    }

    private static Map<String, String> given(DepartmentReply.Help help) {
        return help.fields() == null ? Map.of() : help.fields();
    }

    private static ReplyRefused unreadable(
            RefusedRecord record, byte[] value, UnreadableEvent why, Origin origin, Instant now) {
        JsonNode sent = tree(value);
        RequestId requestId = read(sent, "requestId", RequestId::new);
        try {
            return new ReplyRefused(
                    requestId == null ? DepartmentRefusal.NO_CASE : requestId.caseId(),
                    read(sent, "replyId", Function.identity()),
                    requestId,
                    read(sent, "department", DepartmentCode::new),
                    record.code(),
                    Refusing.shortened(record.reason()),
                    List.of(new Problem(why.pointer(), Refusing.shortened(record.reason()))),
                    now,
                    origin);
        } catch (IllegalArgumentException outOfBounds) {
            return bare(record, origin, now);
        }
    }

    private static ReplyRefused bare(RefusedRecord record, Origin origin, Instant now) {
        return new ReplyRefused(
                DepartmentRefusal.NO_CASE,
                null,
                null,
                null,
                record.code(),
                Refusing.shortened(record.reason()),
                List.of(),
                now,
                origin);
    }

    private static JsonNode tree(byte[] value) {
        try {
            return value.length > Wire.MAX_BYTES
                    ? MissingNode.getInstance()
                    : Wire.mapper().readTree(value);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static <T> @Nullable T read(JsonNode sent, String field, Function<String, T> as) {
        JsonNode text = sent.path(field);
        try {
            return text.isString() ? as.apply(text.asString()) : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
