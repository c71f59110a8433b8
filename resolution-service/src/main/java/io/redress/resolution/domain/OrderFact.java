package io.redress.resolution.domain;

import java.time.Instant;

/** What is remembered of an order that has become impossible. */
public sealed interface OrderFact extends DocumentFact {

    record ImpossibleDeclared(ImpossibleOrder order) implements OrderFact {}

    record PromisesCounted(int of) implements OrderFact {}

    /** @param to where the walk stands; empty at the end */
    record WalkedOn(String to, int looked, int told, Instant at) implements OrderFact {}
}
