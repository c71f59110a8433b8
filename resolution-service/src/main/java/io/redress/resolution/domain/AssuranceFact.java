package io.redress.resolution.domain;

/** What is remembered of what makes the company's word in a case good. */
public sealed interface AssuranceFact extends ResolutionFact
        permits ClaimFact, ClearanceFact, ReservationFact, ExecutionFact, PromiseFact, ClosingFact, MembershipFact {}
