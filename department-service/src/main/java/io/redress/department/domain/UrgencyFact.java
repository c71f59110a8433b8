package io.redress.department.domain;

import io.redress.contracts.RequestId;

/** What the department service remembers of what is urgent. */
public sealed interface UrgencyFact extends DealingFact {

    record UrgencyAsked(Urgency urgency) implements UrgencyFact {}

    record UrgencySettled(RequestId requestId, boolean granted, int left) implements UrgencyFact {}

    record UrgencyRated(RequestId requestId, Urgency.Judgement judgement) implements UrgencyFact {}

    /** The week knows the judgement. */
    record JudgementNoted(RequestId requestId) implements UrgencyFact {}
}
