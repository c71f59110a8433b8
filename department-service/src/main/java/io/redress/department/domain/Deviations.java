package io.redress.department.domain;

/** What is not kept as it was agreed. */
public record Deviations(int count) {
    static final Deviations NONE = new Deviations(0);

    Deviations after(DeviationFact fact) {
        return new Deviations(count + 1);
    }
}
