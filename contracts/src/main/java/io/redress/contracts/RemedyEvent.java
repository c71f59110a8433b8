package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What really left the house: money, credit, goods (rule 10), on topic {@link Topics#RESOLUTIONS}. */
public sealed interface RemedyEvent extends AssuranceEvent {

    /**
     * A remedy was carried out outside, once.
     *
     * @param remedyId also the idempotency key towards whoever carried it out
     * @param kind {@code refund}, {@code credit}, {@code shipment}
     * @param reference what the provider calls it
     */
    @WireName("redress.resolution.remedy-executed.v1")
    record RemedyExecuted(
            CaseId caseId,
            String remedyId,
            String kind,
            @Nullable Money amount,
            @Nullable String stepId,
            String reference,
            Instant executedAt)
            implements RemedyEvent {
        public RemedyExecuted {
            Bounds.text("a kind", kind, Limits.KEY);
            Bounds.text("a reference", reference, Limits.NAME);
        }
    }
}
