package io.redress.contracts;

import java.time.Instant;
import java.util.List;
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
     * @param reason why it was declined; absent where nobody answered
     * @param rightOwner whom the one who declined a case named instead, if anybody
     */
    @WireName("redress.routing.offer-returned.v1")
    record OfferReturned(
            CaseId caseId,
            @Nullable RequestId requestId,
            Party from,
            Party to,
            Outcome outcome,
            @Nullable Party informed,
            Instant returnedAt,
            @Nullable String reason,
            @Nullable Party rightOwner)
            implements OwnershipEvent {
        public OfferReturned {
            if (reason != null) {
                Bounds.text("a reason", reason, Limits.NOTE);
            }
        }

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

    /** The authority has decided: {@code department} owns the request and cannot decline it. */
    @WireName("redress.routing.owner-decided.v1")
    record OwnerDecided(
            CaseId caseId, RequestId requestId, DepartmentCode department, String reason, String by, Instant decidedAt)
            implements OwnershipEvent {
        public OwnerDecided {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /** Two consultants have declined the case: a supervisor decides who answers for it, and until then the giver does. */
    @WireName("redress.routing.handover-decision-requested.v1")
    record HandoverDecisionRequested(CaseId caseId, Party owner, List<Party> declinedBy, Instant requestedAt)
            implements OwnershipEvent {
        public HandoverDecisionRequested {
            Bounds.atLeastOne("declinedBy", declinedBy);
            declinedBy = List.copyOf(declinedBy);
        }
    }
}
