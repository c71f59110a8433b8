package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What will not be as it was agreed. */
record DeviationBody(
        @Nullable String by,
        @Nullable Kind kind,
        @Nullable Dimension dimension,
        @Nullable String reason,
        @Nullable Instant newDueAt,
        @Nullable String evidence,
        @Nullable String was,
        @Nullable String becomes)
        implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/by", by)
                .length("/by", by, 1, Limits.NAME)
                .required("/kind", kind)
                .required("/dimension", dimension)
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE)
                .length("/evidence", evidence, 1, Limits.NOTE)
                .length("/was", was, 1, Limits.TITLE)
                .length("/becomes", becomes, 1, Limits.TITLE)
                .that(was == null || !was.isBlank(), "/was", "Expected words, but got only spaces.")
                .that(becomes == null || !becomes.isBlank(), "/becomes", "Expected words, but got only spaces.")
                .that((was == null) == (becomes == null), "/becomes", "Expected was and becomes, or neither.")
                .that(
                        was == null || dimension != Dimension.TIME,
                        "/was",
                        "Expected it for cost or quality only: of time the dates say it.");
    }

    /** The same as it would have come from the topic; the body must have been checked. */
    DepartmentReply.Deviation reply(String replyId, RequestId requestId, DepartmentCode department) {
        return new DepartmentReply.Deviation(
                replyId,
                requestId,
                department,
                Objects.requireNonNull(by),
                Objects.requireNonNull(kind),
                Objects.requireNonNull(dimension),
                Objects.requireNonNull(reason),
                newDueAt,
                evidence,
                was,
                becomes);
    }
}
