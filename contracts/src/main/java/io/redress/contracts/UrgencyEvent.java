package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of urgency, which is a budget (R91, R97), on topic {@link Topics#DEPARTMENTS}. */
public sealed interface UrgencyEvent extends InternalServiceEvent {

    /**
     * The request is urgent, and somebody has paid for it.
     *
     * @param requester whose allowance pays
     * @param department who is asked
     * @param week ISO 8601 week of the requester, as in {@code 2026-W47}
     * @param cost parts of the allowance; 0 where exempt, 2 where the need is of the requester's own making
     * @param left of the allowance of that week
     * @param exemption the cause that costs nothing: recall, outage, safety or regulator; absent where it costs
     */
    @WireName("redress.department.urgency-granted.v1")
    record UrgencyGranted(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode requester,
            DepartmentCode department,
            String week,
            int cost,
            int left,
            @Nullable String exemption,
            String reason,
            String by,
            Instant grantedAt)
            implements UrgencyEvent {
        public UrgencyGranted {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }
}
