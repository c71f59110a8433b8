package io.redress.resolution.domain;

import io.redress.contracts.ReservationEvent.MissingReason;
import java.time.Instant;

/** What resources answer. */
public sealed interface ReservationCommand extends AssuranceCommand {

    /** It is kept so long. */
    record NoteHeld(String id, Instant until) implements ReservationCommand {}

    /** It is not there, or not any more. */
    record NoteMissing(String id, MissingReason reason) implements ReservationCommand {}

    /** It is the customer's. */
    record NoteTaken(String id) implements ReservationCommand {}

    /** The resource has heard that it is not needed, or that it is gone for good. */
    record NoteSettledHold(String id) implements ReservationCommand {}
}
