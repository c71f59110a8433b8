package io.redress.contracts;

/** How departments serve each other: what they agree, promise, correct and thank for, on topic {@link Topics#DEPARTMENTS}. */
public sealed interface InternalServiceEvent extends DepartmentEvent
        permits NegotiationEvent, UrgencyEvent, CommitmentEvent, DeviationEvent, DeliveryEvent {}
