package io.redress.department.domain;

import java.util.Objects;

/** How departments serve each other in a case: what is agreed, urgent, promised, corrected and thanked for. */
public record Dealings(
        Negotiations negotiations,
        Urgencies urgencies,
        Commitments commitments,
        Deviations deviations,
        Deliveries deliveries,
        Posts posts) {
    static final Dealings NONE = new Dealings(
            Negotiations.NONE, Urgencies.NONE, Commitments.NONE, Deviations.NONE, Deliveries.NONE, Posts.NONE);

    /** What was stored before any of these was known has none of it. */
    public Dealings {
        negotiations = Objects.requireNonNullElse(negotiations, Negotiations.NONE);
        urgencies = Objects.requireNonNullElse(urgencies, Urgencies.NONE);
        commitments = Objects.requireNonNullElse(commitments, Commitments.NONE);
        deviations = Objects.requireNonNullElse(deviations, Deviations.NONE);
        deliveries = Objects.requireNonNullElse(deliveries, Deliveries.NONE);
        posts = Objects.requireNonNullElse(posts, Posts.NONE);
    }

    Dealings after(DealingFact fact) {
        return switch (fact) {
            case NegotiationFact it ->
                new Dealings(negotiations.after(it), urgencies, commitments, deviations, deliveries, posts);
            case UrgencyFact it ->
                new Dealings(negotiations, urgencies.after(it), commitments, deviations, deliveries, posts);
            case CommitmentFact it ->
                new Dealings(negotiations, urgencies, commitments.after(it), deviations, deliveries, posts);
            case DeviationFact it ->
                new Dealings(negotiations, urgencies, commitments, deviations.after(it), deliveries, posts);
            case DeliveryFact it ->
                new Dealings(negotiations, urgencies, commitments, deviations, deliveries.after(it), posts);
            case PostFact it ->
                new Dealings(negotiations, urgencies, commitments, deviations, deliveries, posts.after(it));
        };
    }
}
