package io.redress.department.domain;

/** What the department service remembers of how departments serve each other in a case. */
public sealed interface DealingFact extends DepartmentFact
        permits NegotiationFact, UrgencyFact, CommitmentFact, DeviationFact, DeliveryFact, PostFact {}
