package io.redress.resolution.domain;

/** What is stated as a fact towards the customer of a case. */
public record Claims(int count) {
    static final Claims NONE = new Claims(0);

    Claims after(ResolutionFact fact) {
        return fact instanceof ClaimFact ? new Claims(count + 1) : this;
    }
}
