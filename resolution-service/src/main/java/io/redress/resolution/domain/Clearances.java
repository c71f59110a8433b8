package io.redress.resolution.domain;

/** Who must agree before the customer sees something, and who has. */
public record Clearances(int count) {
    static final Clearances NONE = new Clearances(0);

    Clearances after(ResolutionFact fact) {
        return fact instanceof ClearanceFact ? new Clearances(count + 1) : this;
    }
}
