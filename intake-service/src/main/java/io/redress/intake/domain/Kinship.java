package io.redress.intake.domain;

/** Which other cases of the customer say the same as this one. */
public record Kinship() {
    static final Kinship NONE = new Kinship();
}
