package io.redress.resolution.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is remembered of what is held for the customer. */
public sealed interface ReservationFact extends AssuranceFact {

    /** The resource is to be asked. */
    record ReservationWanted(Reservation reservation) implements ReservationFact {}

    /**
     * The resource keeps it so long.
     *
     * @param currency of a budget; absent for anything else
     */
    record ReservationGranted(
            String id, Instant until, @Nullable String currency) implements ReservationFact {
        ReservationGranted(String id, Instant until) {
            this(id, until, null);
        }
    }

    /** It stands for an option of another proposal now. */
    record ReservationMoved(String id, String proposalId, String optionId, Instant until) implements ReservationFact {}

    /** The resource is to hear that it is not needed. */
    record ReservationGivenBack(String id) implements ReservationFact {}

    /** The resource is to hear that it is gone for good. */
    record ReservationSpent(String id) implements ReservationFact {}

    /** There is nothing left to say about it. */
    record ReservationForgotten(String id) implements ReservationFact {}

    /** The customer wants this; it is chosen once everything held for it is taken. */
    record ChoiceBegun(PendingChoice choice) implements ReservationFact {}

    /** The resource has agreed. */
    record ReservationAgreed(String id) implements ReservationFact {}

    /** Something that was held for it was gone, so nothing was chosen. */
    record ChoiceLost() implements ReservationFact {}
}
