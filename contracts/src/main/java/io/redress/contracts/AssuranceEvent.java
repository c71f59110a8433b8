package io.redress.contracts;

/**
 * What makes the company's word good: facts and clearances behind it, what is held for it, what was done, what was
 * promised and how it ended; on topic {@link Topics#RESOLUTIONS}.
 */
public sealed interface AssuranceEvent extends ResolutionEvent
        permits ClaimEvent,
                ClearanceEvent,
                ReservationEvent,
                RemedyEvent,
                IncidentRemedyEvent,
                PromiseEvent,
                ClosingEvent {}
