package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What cannot be kept as it was agreed, told as soon as it is known (R123, R134-R137), on topic {@link Topics#DEPARTMENTS}. */
public sealed interface DeviationEvent extends InternalServiceEvent {

    /** What kind of deviation it is (R134-R137). */
    enum Kind {
        DELAY,
        INCOMPLETE,
        MISTAKE,
        FINANCIAL
    }

    /** Which standard is not kept (R123). */
    enum Dimension {
        TIME,
        COST,
        QUALITY
    }

    /**
     * A request will not be served as agreed.
     *
     * @param dueAt as it was until now
     * @param newDueAt the honest date; absent where the date stays
     * @param inferred whether the log showed it before the department said so
     */
    @WireName("redress.department.deviation-reported.v1")
    record DeviationReported(
            CaseId caseId,
            RequestId requestId,
            String deviationId,
            DepartmentCode department,
            Kind kind,
            Dimension dimension,
            String reason,
            Instant dueAt,
            @Nullable Instant newDueAt,
            boolean inferred,
            String by,
            Instant reportedAt)
            implements DeviationEvent {
        public DeviationReported {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }
}
