package io.redress.resolution.domain;

/** What of the chosen option was done outside and undone. */
public record Executions(int count) {
    static final Executions NONE = new Executions(0);

    Executions after(ResolutionFact fact) {
        return fact instanceof ExecutionFact ? new Executions(count + 1) : this;
    }
}
