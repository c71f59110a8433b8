package io.redress.department.domain;

/** What the department service remembers of what was delivered. */
public sealed interface DeliveryFact extends DealingFact {

    record DeliveryBegun() implements DeliveryFact {}
}
