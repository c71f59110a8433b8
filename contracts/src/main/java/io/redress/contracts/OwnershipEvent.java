package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What routing tells about who answers for a case or a request, on topic {@link Topics#ROUTING}. A transfer is an offer:
 * the giver answers for it until the other has accepted (R70).
 */
public sealed interface OwnershipEvent extends RoutingEvent {

    /**
     * Somebody is asked to take over.
     *
     * @param requestId absent where it is the case itself
     * @param replacedBy the request under which the other would take it over
     */
    @WireName("redress.routing.ownership-offered.v1")
    record OwnershipOffered(
            CaseId caseId,
            @Nullable RequestId requestId,
            Party from,
            Party to,
            String reason,
            @Nullable RequestId replacedBy,
            Instant offeredAt,
            Instant answerBy)
            implements OwnershipEvent {
        public OwnershipOffered {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * The offer came back, and the giver goes on answering for it.
     *
     * @param informed the superior who hears of an offer that nobody answered
     */
    @WireName("redress.routing.offer-returned.v1")
    record OfferReturned(
            CaseId caseId,
            @Nullable RequestId requestId,
            Party from,
            Party to,
            Outcome outcome,
            @Nullable Party informed,
            Instant returnedAt)
            implements OwnershipEvent {

        /** Why it came back. */
        public enum Outcome {
            DECLINED,
            UNANSWERED
        }
    }

    /** From now on {@code to} answers for it, and {@code from} does not any more. */
    @WireName("redress.routing.ownership-moved.v1")
    record OwnershipMoved(
            CaseId caseId, @Nullable RequestId requestId, Party from, Party to, String reason, Instant movedAt)
            implements OwnershipEvent {
        public OwnershipMoved {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }
}
