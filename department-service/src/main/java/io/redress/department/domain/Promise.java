package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to promise. Anything may still be missing; {@link Warte} says what.
 *
 * @param quantity how much, in {@code unit}
 * @param acceptance how both sides see that it is done
 * @param zone IANA name of a time zone
 * @param need which need of the case it serves
 */
public record Promise(
        @Nullable String quantity,
        @Nullable String unit,
        @Nullable String acceptance,
        @Nullable Instant dueAt,
        @Nullable String zone,
        @Nullable String need) {

    static Promise of(DepartmentReply.Commitment reply) {
        return new Promise(
                reply.quantity(), reply.unit(), reply.acceptance(), reply.dueAt(), reply.zone(), reply.need());
    }

    /** The promise in a department's words; nothing may be missing. */
    public DepartmentReply.Commitment by(String who, String replyId, RequestId request, DepartmentCode department) {
        return new DepartmentReply.Commitment(
                replyId,
                request,
                department,
                who,
                Objects.requireNonNull(quantity),
                Objects.requireNonNull(unit),
                Objects.requireNonNull(acceptance),
                Objects.requireNonNull(dueAt),
                Objects.requireNonNull(zone),
                Objects.requireNonNull(need));
    }
}
