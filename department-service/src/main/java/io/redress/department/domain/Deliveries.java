package io.redress.department.domain;

/** What is said about what was delivered. */
public record Deliveries(int count) {
    static final Deliveries NONE = new Deliveries(0);

    Deliveries after(DeliveryFact fact) {
        return new Deliveries(count + 1);
    }
}
