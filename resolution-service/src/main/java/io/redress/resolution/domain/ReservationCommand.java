package io.redress.resolution.domain;

/** What is said about what is held for the customer. */
public sealed interface ReservationCommand extends AssuranceCommand {

    /** A beginning. */
    record BeginReservation() implements ReservationCommand {}
}
