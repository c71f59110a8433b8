package io.redress.resolution.domain;

/** What is held for the customer of a case. */
public record Reservations(int count) {
    static final Reservations NONE = new Reservations(0);

    Reservations after(ResolutionFact fact) {
        return fact instanceof ReservationFact ? new Reservations(count + 1) : this;
    }
}
