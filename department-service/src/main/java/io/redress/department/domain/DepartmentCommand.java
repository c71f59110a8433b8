package io.redress.department.domain;

import io.redress.contracts.DepartmentReply;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import org.jspecify.annotations.Nullable;

/** What the department service is told. */
public sealed interface DepartmentCommand
        permits DepartmentCommand.TakeRequest,
                DepartmentCommand.GiveLastWord,
                DepartmentCommand.EndRequest,
                DepartmentCommand.HearMove,
                DepartmentCommand.HearReturn,
                DepartmentCommand.LearnOwner,
                DepartmentCommand.LearnCase,
                DepartmentCommand.Reply,
                DepartmentCommand.HearReply,
                DepartmentCommand.DeadlineReached,
                CooperationCommand,
                DealingCommand,
                DocumentCommand {

    /** A department is asked for something. */
    record TakeRequest(RequestRaised raised) implements DepartmentCommand {}

    /** Two departments have declined: whoever is asked with this request cannot decline it. */
    record GiveLastWord(RequestId requestId) implements DepartmentCommand {}

    /** An offer came back; where nobody answered it, the one who had declined goes on. */
    record HearReturn(OfferReturned returned) implements DepartmentCommand {}

    /** Somebody else answers for a request from now on. */
    record HearMove(OwnershipMoved moved) implements DepartmentCommand {}

    /** A department need not go on with a request. */
    record EndRequest(RequestId requestId, String reason) implements DepartmentCommand {}

    /**
     * This party answers for it from now on, and so for what departments ask about it.
     *
     * @param requestId absent where it is the case itself
     */
    record LearnOwner(@Nullable RequestId requestId, Party owner) implements DepartmentCommand {}

    /** This party answers for the case, and this is what it knows from its beginning. */
    record LearnCase(Party owner, Background background) implements DepartmentCommand {}

    /** A department replies to a request that it has seen here. */
    record Reply(DepartmentReply reply) implements DepartmentCommand {}

    /** A department's own system replies to a request on its topic, perhaps before we have seen that request ourselves. */
    record HearReply(DepartmentReply reply) implements DepartmentCommand {}

    /** Something kept may have become too old. */
    record DeadlineReached() implements DepartmentCommand {}
}
