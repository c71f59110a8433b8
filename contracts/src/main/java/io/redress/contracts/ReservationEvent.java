package io.redress.contracts;

import java.time.Instant;

/** What is held for a customer until an offer expires, on topic {@link Topics#RESOLUTIONS}. */
public sealed interface ReservationEvent extends AssuranceEvent {

    /**
     * So much of a resource is held for an option; nobody else is offered it meanwhile.
     *
     * @param resource name of a stock, a budget or a calendar of appointments
     * @param quantity in the resource's own unit; a plain decimal
     */
    @WireName("redress.resolution.reservation-held.v1")
    record ReservationHeld(
            CaseId caseId,
            String proposalId,
            String optionId,
            String resource,
            String quantity,
            Instant heldAt,
            Instant until)
            implements ReservationEvent {
        public ReservationHeld {
            Bounds.text("a resource", resource, Limits.KEY);
            Bounds.quantity(quantity);
        }
    }
}
