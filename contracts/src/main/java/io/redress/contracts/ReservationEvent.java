package io.redress.contracts;

import java.time.Instant;

/** What is held for a customer until an offer expires, on topic {@link Topics#RESOLUTIONS}. */
public sealed interface ReservationEvent extends AssuranceEvent {

    /**
     * So much of a resource is held for an option; nobody else is offered it meanwhile.
     *
     * @param resource name of a stock, a budget or a calendar of appointments with one of its slots
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

    /** It is not needed any more, so others may have it. */
    @WireName("redress.resolution.reservation-released.v1")
    record ReservationReleased(
            CaseId caseId,
            String proposalId,
            String optionId,
            String resource,
            String quantity,
            ReleaseReason reason,
            Instant releasedAt)
            implements ReservationEvent {
        public ReservationReleased {
            Bounds.text("a resource", resource, Limits.KEY);
            Bounds.quantity(quantity);
        }
    }

    /** It was held and is gone, before the customer had chosen it; the offer changes. */
    @WireName("redress.resolution.reservation-lapsed.v1")
    record ReservationLapsed(
            CaseId caseId,
            String proposalId,
            String optionId,
            String resource,
            String quantity,
            MissingReason reason,
            Instant lapsedAt)
            implements ReservationEvent {
        public ReservationLapsed {
            Bounds.text("a resource", resource, Limits.KEY);
            Bounds.quantity(quantity);
        }
    }

    /** The customer chooses what it was held for; from here on it is this customer's. */
    @WireName("redress.resolution.reservation-taken.v1")
    record ReservationTaken(
            CaseId caseId, String proposalId, String optionId, String resource, String quantity, Instant takenAt)
            implements ReservationEvent {
        public ReservationTaken {
            Bounds.text("a resource", resource, Limits.KEY);
            Bounds.quantity(quantity);
        }
    }

    /**
     * An option cannot be offered, or not any more, since there is not enough of what it needs.
     *
     * @param kind of the option
     */
    @WireName("redress.resolution.option-unavailable.v1")
    record OptionUnavailable(
            CaseId caseId,
            String proposalId,
            String optionId,
            String kind,
            String resource,
            MissingReason reason,
            Instant noticedAt)
            implements ReservationEvent {
        public OptionUnavailable {
            Bounds.text("a kind", kind, Limits.KEY);
            Bounds.text("a resource", resource, Limits.KEY);
        }
    }

    /** Why something is not held any more though it was there. */
    enum ReleaseReason {
        /** The offer has ended without a choice. */
        OFFER_ENDED,
        /** The customer has chosen another option. */
        ANOTHER_CHOSEN,
        /** Something else is to be offered. */
        PROPOSAL_CHANGED,
        /** The case is part of another. */
        CASE_PAUSED
    }

    /** Why something is not there. */
    enum MissingReason {
        /** Others hold it or have taken it. */
        NOT_ENOUGH,
        /** Nobody has declared such a resource, or its quantities are others. */
        NOT_KNOWN,
        /** There is less of it than before. */
        REDUCED,
        /** Its time was over. */
        EXPIRED
    }
}
