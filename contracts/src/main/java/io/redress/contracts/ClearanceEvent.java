package io.redress.contracts;

import java.time.Instant;
import java.util.List;

/** Who must agree before something reaches a customer, and what they said (rule 6), on topic {@link Topics#RESOLUTIONS}. */
public sealed interface ClearanceEvent extends AssuranceEvent {

    /**
     * A proposal is held until this gate has cleared it.
     *
     * @param gate the policy's name
     * @param department who may clear it
     * @param reason why it needs the gate, for people
     * @param optionIds what is to be cleared
     */
    @WireName("redress.resolution.clearance-requested.v1")
    record ClearanceRequested(
            CaseId caseId,
            String proposalId,
            String gate,
            DepartmentCode department,
            String reason,
            List<String> optionIds,
            Instant requestedAt)
            implements ClearanceEvent {
        public ClearanceRequested {
            Bounds.text("a reason", reason, Limits.NOTE);
            optionIds = List.copyOf(optionIds);
        }
    }
}
