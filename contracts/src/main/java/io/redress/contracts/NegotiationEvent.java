package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a department and whoever asks it agree upon (R75-R77), on topic {@link Topics#DEPARTMENTS}. */
public sealed interface NegotiationEvent extends InternalServiceEvent {

    /**
     * Both sides hold this date; a later one needs the other side again.
     *
     * @param by who accepted what the other side had offered
     * @param reason why this date, where one was given
     */
    @WireName("redress.department.date-agreed.v1")
    record DateAgreed(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            Instant dueAt,
            Party by,
            Instant agreedAt,
            @Nullable String reason)
            implements NegotiationEvent {
        public DateAgreed {
            Bounds.optionalText("a reason", reason, Limits.NOTE);
        }
    }
}
