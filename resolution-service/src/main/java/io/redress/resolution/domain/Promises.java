package io.redress.resolution.domain;

/** What the customer may count on. */
public record Promises(int count) {
    static final Promises NONE = new Promises(0);

    Promises after(ResolutionFact fact) {
        return fact instanceof PromiseFact ? new Promises(count + 1) : this;
    }
}
