package io.redress.resolution.domain;

import java.util.Objects;

/** What makes the company's word in a case good. */
public record Assurances(
        Claims claims,
        Clearances clearances,
        Reservations reservations,
        Executions executions,
        Promises promises,
        Closure closure,
        Membership membership) {
    static final Assurances NONE = new Assurances(
            Claims.NONE,
            Clearances.NONE,
            Reservations.NONE,
            Executions.NONE,
            Promises.NONE,
            Closure.NONE,
            Membership.NONE);

    /** What was stored before any of these was known has none of it. */
    public Assurances {
        claims = Objects.requireNonNullElse(claims, Claims.NONE);
        clearances = Objects.requireNonNullElse(clearances, Clearances.NONE);
        reservations = Objects.requireNonNullElse(reservations, Reservations.NONE);
        executions = Objects.requireNonNullElse(executions, Executions.NONE);
        promises = Objects.requireNonNullElse(promises, Promises.NONE);
        closure = Objects.requireNonNullElse(closure, Closure.NONE);
        membership = Objects.requireNonNullElse(membership, Membership.NONE);
    }

    /** Each takes what concerns it of what has happened. */
    Assurances after(ResolutionFact fact) {
        return new Assurances(
                claims.after(fact),
                clearances.after(fact),
                reservations.after(fact),
                executions.after(fact),
                promises.after(fact),
                closure.after(fact),
                membership.after(fact));
    }
}
