package io.redress.contracts;

import java.time.Instant;

/** How a case ends, and what can still follow, on topic {@link Topics#RESOLUTIONS}. */
public sealed interface ClosingEvent extends AssuranceEvent {

    /**
     * The case is open again; its history and its clocks go on.
     *
     * @param reason why, in the words of whoever opened it again
     * @param by who said so
     */
    @WireName("redress.resolution.case-reopened.v1")
    record CaseReopened(CaseId caseId, String reason, String by, Instant reopenedAt) implements ClosingEvent {
        public CaseReopened {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }
}
