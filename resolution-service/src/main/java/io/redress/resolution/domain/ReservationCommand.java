package io.redress.resolution.domain;

import io.redress.contracts.ReservationEvent.MissingReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What resources answer. */
public sealed interface ReservationCommand extends AssuranceCommand {

    /**
     * It is kept so long.
     *
     * @param currency of a budget; absent for anything else
     */
    record NoteHeld(String id, Instant until, @Nullable String currency) implements ReservationCommand {
        /** What is no budget is kept. */
        public NoteHeld(String id, Instant until) {
            this(id, until, null);
        }
    }

    /** It is not there, or not any more. */
    record NoteMissing(String id, MissingReason reason) implements ReservationCommand {}

    /** It is the customer's. */
    record NoteTaken(String id) implements ReservationCommand {}

    /** The resource has heard that it is not needed, or that it is gone for good. */
    record NoteSettledHold(String id) implements ReservationCommand {}
}
