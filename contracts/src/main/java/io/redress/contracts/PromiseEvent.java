package io.redress.contracts;

import java.time.Instant;

/** What the customer was promised, and whether it is kept (rule 8), on topic {@link Topics#RESOLUTIONS}. */
public sealed interface PromiseEvent extends AssuranceEvent {

    /**
     * The customer may count on this.
     *
     * @param what in the customer's language
     * @param dueAt by when
     */
    @WireName("redress.resolution.promise-made.v1")
    record PromiseMade(CaseId caseId, String promiseId, String optionId, String what, Instant dueAt, Instant madeAt)
            implements PromiseEvent {
        public PromiseMade {
            Bounds.text("what is promised", what, Limits.NOTE);
        }
    }
}
