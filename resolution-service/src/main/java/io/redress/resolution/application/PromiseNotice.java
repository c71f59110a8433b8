package io.redress.resolution.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.resolution.domain.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** That a promise cannot be kept as it was made, with the numbers that the customer is told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PromiseNotice(
        String noticeId,
        String caseId,
        String promiseId,
        String what,
        Dimension dimension,
        Kind kind,
        Instant dueAt,
        @Nullable Instant newDueAt,
        @Nullable String was,
        @Nullable String becomes,
        String cause,
        String evidence,
        Instant evidenceAt,
        DepartmentCode department,
        @Nullable DepartmentCode unspokenBy,
        List<String> path,
        Instant toldAt,
        String promiseState) {
    public static PromiseNotice of(Promise promise, PromiseInfeasible it) {
        return new PromiseNotice(
                it.noticeId(),
                it.caseId().value(),
                it.promiseId(),
                promise.made().what(),
                it.dimension(),
                it.kind(),
                it.dueAt(),
                it.newDueAt(),
                it.was(),
                it.becomes(),
                it.cause(),
                it.evidence(),
                it.evidenceAt(),
                it.department(),
                it.unspokenBy(),
                it.path(),
                it.toldAt(),
                state(promise));
    }

    /** What has become of the promise: delivered in full and in time is kept; delivered otherwise is neither open nor kept. */
    public static String state(Promise it) {
        return it.standing() == Promise.Standing.OPEN && !it.open()
                ? "delivered"
                : it.standing().name().toLowerCase(Locale.ROOT);
    }
}
