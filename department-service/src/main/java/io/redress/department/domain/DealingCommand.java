package io.redress.department.domain;

/** What is said about how departments serve each other in a case. */
public sealed interface DealingCommand extends DepartmentCommand
        permits NegotiationCommand, UrgencyCommand, CommitmentCommand, DeliveryCommand, PostCommand {}
