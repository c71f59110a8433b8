package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What departments promise each other, and whether they keep it (R127-R133, R139), on topic {@link Topics#DEPARTMENTS}. */
public sealed interface CommitmentEvent extends InternalServiceEvent {

    /**
     * A department has promised something about a request.
     *
     * @param quantity how much, in {@code unit}
     * @param acceptance how both sides see that it is done
     * @param need which need of the customer it serves
     * @param zone IANA name of the time zone in which it was promised
     */
    @WireName("redress.department.commitment-made.v1")
    record CommitmentMade(
            CaseId caseId,
            RequestId requestId,
            String commitmentId,
            DepartmentCode department,
            Party beneficiary,
            String quantity,
            String unit,
            String acceptance,
            String need,
            Instant dueAt,
            String zone,
            String by,
            Instant madeAt,
            @Nullable Instant requestedFor)
            implements CommitmentEvent {
        public CommitmentMade {
            Bounds.text("an acceptance test", acceptance, Limits.NOTE);
            Bounds.text("a need", need, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }
}
