package io.redress.resolution.domain;

import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import java.time.Instant;

/** What is said about deadlines of the law, and what follows the end. */
public sealed interface ClosingCommand extends AssuranceCommand {

    /** The customer does not leave it at that. */
    record Reopen(String reason, String by) implements ClosingCommand {

        /** Whether the case is open because of this. */
        public boolean isDoneIn(ResolutionCase known) {
            return Reopening.isDone(known, this);
        }
    }

    /** A department is asked for something. */
    record LearnRequest(RequestRaised raised) implements ClosingCommand {}

    /** A department need not answer any more. */
    record LearnWithdrawal(RequestWithdrawn withdrawn) implements ClosingCommand {}

    /** The customer was asked what the complaint is about. */
    record LearnQuestion(Instant askedAt) implements ClosingCommand {}

    /** The customer has answered, or it goes on without. */
    record LearnReply(Instant at) implements ClosingCommand {}

    /** It takes longer than the law usually allows, and the customer is told why. */
    record ExtendClock(String clockId, String reason, String by) implements ClosingCommand {}
}
