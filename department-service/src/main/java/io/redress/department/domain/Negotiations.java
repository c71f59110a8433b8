package io.redress.department.domain;

/** What is offered and agreed about the dates of requests. */
public record Negotiations(int count) {
    static final Negotiations NONE = new Negotiations(0);

    Negotiations after(NegotiationFact fact) {
        return new Negotiations(count + 1);
    }
}
