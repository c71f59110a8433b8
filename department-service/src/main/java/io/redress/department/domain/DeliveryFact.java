package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.time.Instant;

/** What the department service remembers of what was delivered. */
public sealed interface DeliveryFact extends DealingFact {

    /** @param dueAt by when it is to be complete */
    record SentBack(RequestId requestId, Delivery.Return sent, Instant dueAt) implements DeliveryFact {}

    record Rated(RequestId requestId, Delivery.Rating rating) implements DeliveryFact {}

    /** @param why what was better than agreed, as a sentence */
    record BetterThanAgreed(RequestId requestId, String why) implements DeliveryFact {}

    /** Whoever asked is reminded to rate the answer. */
    record Reminded(RequestId requestId, Instant at) implements DeliveryFact {}

    record Thanked(Thanks thanks) implements DeliveryFact {}

    record ProposalHeard(Instant at) implements DeliveryFact {}

    /** Something became of the case; whoever was thanked before knows it now. */
    record OutcomeHeard(Thanks.Outcome outcome) implements DeliveryFact {}

    /** This thanks has its outcome. */
    record OutcomeAttached(RequestId requestId, DepartmentCode from, Thanks.Outcome outcome) implements DeliveryFact {}
}
