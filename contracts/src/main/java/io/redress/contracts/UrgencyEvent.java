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
     * @param exemption the cause that costs nothing, such as recall, outage, safety or regulator; absent where it costs
     * @param cause why it is urgent, in a word
     * @param ownMaking what in the log shows that the need is of the requester's own making (R97); absent where nothing
     *     does
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
            Instant grantedAt,
            String cause,
            @Nullable String ownMaking)
            implements UrgencyEvent {
        public UrgencyGranted {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.optionalText("what shows it", ownMaking, Limits.NOTE);
        }
    }

    /**
     * The allowance of that week does not reach.
     *
     * @param cost parts of the allowance that it would have been
     * @param left of the allowance of that week
     * @param ownMaking as for what is granted
     */
    @WireName("redress.department.urgency-refused.v1")
    record UrgencyRefused(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode requester,
            DepartmentCode department,
            String week,
            int cost,
            int left,
            String cause,
            @Nullable String ownMaking,
            String by,
            Instant refusedAt)
            implements UrgencyEvent {
        public UrgencyRefused {
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.optionalText("what shows it", ownMaking, Limits.NOTE);
        }
    }

    /** Whoever was asked says afterwards whether there was need. */
    @WireName("redress.department.urgency-judged.v1")
    record UrgencyJudged(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode requester,
            DepartmentCode department,
            boolean justified,
            String reason,
            String by,
            Instant judgedAt)
            implements UrgencyEvent {
        public UrgencyJudged {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }
}
