package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When it will be done, and what that needs. */
record EstimateBody(
        @Nullable String by,
        @Nullable Instant dueAt,
        @Nullable String resources,
        @Nullable String reason) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/by", by)
                .length("/by", by, 1, Limits.NAME)
                .required("/dueAt", dueAt)
                .length("/resources", resources, 1, Limits.NOTE)
                .length("/reason", reason, 1, Limits.NOTE);
    }

    /** The same as it would have come from the topic; the body must have been checked. */
    DepartmentReply.Estimate reply(String replyId, RequestId requestId, DepartmentCode department) {
        return new DepartmentReply.Estimate(
                replyId,
                requestId,
                department,
                Objects.requireNonNull(by),
                Objects.requireNonNull(dueAt),
                resources,
                reason);
    }
}
