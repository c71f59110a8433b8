package io.redress.intake.domain;

/** How far the messages of a case are on their way to the customer. */
public record Deliveries() {
    static final Deliveries NONE = new Deliveries();
}
