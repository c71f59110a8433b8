package io.redress.department.domain;

/** What the department service remembers of what is urgent. */
public sealed interface UrgencyFact extends DealingFact {

    record UrgencyBegun() implements UrgencyFact {}
}
