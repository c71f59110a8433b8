package io.redress.resolution.domain;

/** What the law wants to be done by when, and what may follow the end of a case. */
public record Closure(int count) {
    static final Closure NONE = new Closure(0);

    Closure after(ResolutionFact fact) {
        return fact instanceof ClosingFact ? new Closure(count + 1) : this;
    }
}
