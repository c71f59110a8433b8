package io.redress.department.domain;

/** What the department service remembers of what is offered and agreed about dates. */
public sealed interface NegotiationFact extends DealingFact {

    record NegotiationBegun() implements NegotiationFact {}
}
