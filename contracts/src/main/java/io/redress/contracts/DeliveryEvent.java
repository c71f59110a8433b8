package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both sides say about what was delivered (R84, R98), on topic {@link Topics#DEPARTMENTS}. */
public sealed interface DeliveryEvent extends InternalServiceEvent {
    /** More missing things than this are another request. */
    int MOST_MISSING = 20;

    /**
     * The requester has rated the answer; where it is told again for the same request, the later one counts.
     *
     * @param by whoever asked
     * @param complete whether it was complete when it was delivered first
     */
    @WireName("redress.department.delivery-rated.v1")
    record DeliveryRated(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            Party by,
            boolean onTime,
            boolean complete,
            @Nullable String words,
            Instant ratedAt)
            implements DeliveryEvent {
        public DeliveryRated {
            Bounds.optionalText("words", words, Limits.NOTE);
        }
    }

    /**
     * The answer was incomplete and has gone back, which happens once: the request is open again.
     *
     * @param by whoever asked
     * @param missing each in a few words; may be empty
     * @param person who has sent it back
     * @param dueAt its date, moved by the time in which the department took it for done
     * @param parent the request that this helps with; absent where it stands for itself
     */
    @WireName("redress.department.answer-sent-back.v1")
    record AnswerSentBack(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            Party by,
            String reason,
            List<String> missing,
            String person,
            Instant dueAt,
            Instant sentBackAt,
            @Nullable RequestId parent)
            implements DeliveryEvent {
        public AnswerSentBack {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.count("missing things", missing, MOST_MISSING);
            Bounds.text("a name in person", person, Limits.NAME);
            missing = List.copyOf(missing);
        }
    }

    /**
     * An answer was better than agreed. Whoever asked may say thank you with one click; nobody does it for them.
     *
     * @param requester whoever asked
     * @param why what was better, as a sentence
     */
    @WireName("redress.department.thanks-proposed.v1")
    record ThanksProposed(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            Party requester,
            String why,
            Instant proposedAt)
            implements DeliveryEvent {
        public ThanksProposed {
            Bounds.text("a reason", why, Limits.NOTE);
        }
    }

    /**
     * One side has thanked the other for its part in a request.
     *
     * @param words people's own; without any the click is the thanks
     * @param by the person who thanks
     */
    @WireName("redress.department.thanks-sent.v1")
    record ThanksSent(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode from,
            DepartmentCode to,
            @Nullable String words,
            String by,
            Instant sentAt)
            implements DeliveryEvent {
        public ThanksSent {
            Bounds.optionalText("words", words, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /**
     * What became of the case, told once to whoever was thanked.
     *
     * @param outcome {@code accepted} where the customer has chosen; {@code satisfied}, {@code dissatisfied} or
     *     {@code closed} where the case ended without a choice
     */
    @WireName("redress.department.thanks-outcome-attached.v1")
    record ThanksOutcomeAttached(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode from,
            DepartmentCode to,
            String outcome,
            Instant happenedAt)
            implements DeliveryEvent {}

    /**
     * An answer has not been rated in time, and whoever asked is reminded; once for a request. No rating is no good
     * rating, and a late one still counts.
     *
     * @param requester whoever asked, and is to rate
     */
    @WireName("redress.department.rating-reminded.v1")
    record RatingReminded(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            Party requester,
            Instant answeredAt,
            Instant remindedAt)
            implements DeliveryEvent {}
}
