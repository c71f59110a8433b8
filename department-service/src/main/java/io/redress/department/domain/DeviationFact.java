package io.redress.department.domain;

/** What the department service remembers of what is not kept. */
public sealed interface DeviationFact extends DealingFact {

    record DeviationBegun() implements DeviationFact {}
}
