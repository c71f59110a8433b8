package io.redress.department.domain;

import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentRefusal.ReplyRefused;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.time.Instant;

/** What happens in the department service: what the others are told, and what only it must remember. */
public sealed interface DepartmentFact
        permits DepartmentFact.Published,
                DepartmentFact.RequestTaken,
                DepartmentFact.ReplyTaken,
                DepartmentFact.RequestEnded,
                DepartmentFact.RequestReopened,
                DepartmentFact.RequestGivenAway,
                DepartmentFact.OfferTaken,
                DepartmentFact.LastWordGiven,
                DepartmentFact.EarlyReplyKept,
                DepartmentFact.EarlyRepliesForgotten,
                DepartmentFact.RefusedLater,
                CooperationFact,
                DealingFact,
                DocumentFact {

    /** Told to the others. */
    record Published(DepartmentEvent event) implements DepartmentFact {}

    /** @param terms what holds for it until it ends */
    record RequestTaken(RequestRaised raised, RequestTerms terms) implements DepartmentFact {

        /** By a department that has published nothing. */
        public RequestTaken(RequestRaised raised) {
            this(raised, RequestTerms.of(raised, Charter.usual(raised.department())));
        }
    }

    record ReplyTaken(DepartmentReply.OnRequest reply, Instant at) implements DepartmentFact {}

    /** Nobody took over what was declined. */
    record RequestReopened(RequestId requestId) implements DepartmentFact {}

    /** Somebody else has taken over what was declined. */
    record RequestGivenAway(RequestId requestId) implements DepartmentFact {}

    /** What was offered is the department's now. */
    record OfferTaken(RequestId requestId) implements DepartmentFact {}

    /** The department need not go on, because of this reason. */
    record RequestEnded(RequestId requestId, String reason, Instant at) implements DepartmentFact {}

    record LastWordGiven(RequestId requestId) implements DepartmentFact {}

    /** Came before its request, and waits for it until then. */
    record EarlyReplyKept(DepartmentReply reply, Instant until) implements DepartmentFact {}

    /** No request has come for what was kept until then. */
    record EarlyRepliesForgotten(Instant until) implements DepartmentFact {}

    /** A reply that had been kept is not taken after all, and its sender hears so. */
    record RefusedLater(ReplyRefused refusal) implements DepartmentFact {}
}
