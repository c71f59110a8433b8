package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What whoever asked says about what was delivered (R84, R98), on topic {@link Topics#DEPARTMENTS}. */
public sealed interface DeliveryEvent extends InternalServiceEvent {

    /**
     * The requester has rated the answer.
     *
     * @param by whoever asked
     * @param complete whether it was complete when it was delivered first
     */
    @WireName("redress.department.delivery-rated.v1")
    record DeliveryRated(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            Party by,
            boolean onTime,
            boolean complete,
            @Nullable String words,
            Instant ratedAt)
            implements DeliveryEvent {
        public DeliveryRated {
            Bounds.optionalText("words", words, Limits.NOTE);
        }
    }
}
