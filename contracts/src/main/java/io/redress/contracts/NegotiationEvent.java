package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a department and whoever asks it agree upon (R75-R77), on topic {@link Topics#DEPARTMENTS}. */
public sealed interface NegotiationEvent extends InternalServiceEvent {

    /**
     * One side has offered a date, and the other may accept it until {@code answerBy}. It takes the place of an offer that
     * was still open; nothing has changed yet.
     *
     * @param offerId unique within its request
     * @param round how many offers there have been since the last agreement, from 1
     * @param from who has offered it: the department, or whoever made the request
     * @param to who may accept it
     * @param reason why this date; absent only where the requester names its first wish
     * @param quantity how much is wanted or offered
     * @param quality how good it must be or will be
     * @param resources what the department needs for it (R95)
     * @param usual how long such work took before; absent where too little is known or it was not looked up
     * @param load what the date means for the department's queue; absent where it was not looked up
     */
    @WireName("redress.department.expectation-offered.v1")
    record ExpectationOffered(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            String offerId,
            int round,
            Party from,
            Party to,
            Instant dueAt,
            String by,
            Instant offeredAt,
            Instant answerBy,
            @Nullable String reason,
            @Nullable String quantity,
            @Nullable String quality,
            @Nullable String resources,
            @Nullable Usual usual,
            @Nullable Load load)
            implements NegotiationEvent {
        public ExpectationOffered {
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.between("a round", 1, round, Integer.MAX_VALUE);
            Bounds.optionalText("a reason", reason, Limits.NOTE);
            Bounds.optionalText("a quantity", quantity, Limits.TITLE);
            Bounds.optionalText("a quality", quality, Limits.TITLE);
            Bounds.optionalText("resources", resources, Limits.TITLE);
        }
    }

    /**
     * How long comparable finished work took in the department's working time (R88).
     *
     * @param comparables how many there were
     * @param medianMinutes half of them took no longer
     * @param p85Minutes 85 of 100 took no longer
     * @param medianDate when it would be done from then on, if it took the median
     */
    record Usual(int comparables, int medianMinutes, int p85Minutes, Instant medianDate) {}

    /**
     * What a date means for a department's queue at that moment (R82).
     *
     * @param position in the queue, from 1; absent beyond {@link Limits#QUEUE}
     * @param displaced how many requests would be done later because of it
     * @param first some of them, those that come first in the queue; at most {@link Limits#DISPLACED}
     */
    record Load(@Nullable Integer position, int displaced, List<RequestId> first) {
        public Load {
            Bounds.count("displaced requests", first, Limits.DISPLACED);
            first = List.copyOf(first);
        }
    }

    /** The other side does not accept the date, and says why (R77); the date that was in force stays. */
    @WireName("redress.department.offer-declined.v1")
    record OfferDeclined(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            String offerId,
            Party from,
            String reason,
            String by,
            Instant declinedAt)
            implements NegotiationEvent {
        public OfferDeclined {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /**
     * Nobody has answered an offer in time; the date that was in force stays.
     *
     * @param to who could have accepted it
     * @param dueAt the date in force
     */
    @WireName("redress.department.offer-lapsed.v1")
    record OfferLapsed(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            String offerId,
            Party to,
            Instant dueAt,
            Instant lapsedAt)
            implements NegotiationEvent {}

    /**
     * Both sides hold this date, and it is the one by which the department answers; another one needs both again.
     *
     * @param offerId what was accepted
     * @param dueAt the agreed date
     * @param insteadOf the date that was in force before
     * @param by who accepted what the other side had offered
     * @param reason why this date, where one was given
     */
    @WireName("redress.department.date-agreed.v1")
    record DateAgreed(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            String offerId,
            Instant dueAt,
            Instant insteadOf,
            Party by,
            Instant agreedAt,
            @Nullable String reason,
            @Nullable String quantity,
            @Nullable String quality)
            implements NegotiationEvent {
        public DateAgreed {
            Bounds.optionalText("a reason", reason, Limits.NOTE);
            Bounds.optionalText("a quantity", quantity, Limits.TITLE);
            Bounds.optionalText("a quality", quality, Limits.TITLE);
        }
    }

    /**
     * Another request has come before this one, which is expected to be done later than it was (R92). Told once for each
     * such pair.
     *
     * @param owner who waits for this request, and should know
     * @param to the request that goes before
     * @param oldEstimate when it would have been done; absent where too little is known about such work, as is
     *     {@code newEstimate}
     * @param newEstimate when it is expected to be done now
     */
    @WireName("redress.department.place-lost.v1")
    record PlaceLost(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            Party owner,
            RequestId to,
            Instant lostAt,
            @Nullable Instant oldEstimate,
            @Nullable Instant newEstimate)
            implements NegotiationEvent {}
}
