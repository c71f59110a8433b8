package io.redress.resolution.domain;

/** What is said about what makes the company's word in a case good. */
public sealed interface AssuranceCommand extends ResolutionCommand
        permits ClaimCommand,
                ClearanceCommand,
                ReservationCommand,
                ExecutionCommand,
                PromiseCommand,
                ClosingCommand,
                MembershipCommand {}
