package io.redress.contracts;

/** Something that happened in a case. Each producing service has one sealed list of them, on one topic. */
public sealed interface CaseEvent
        permits IntakeEvent,
                CustomerMessageEvent,
                RoutingEvent,
                KnownProblemEvent,
                IncidentEvent,
                CharterEvent,
                DepartmentEvent,
                ResolutionEvent,
                ReviewEvent,
                FeedbackEvent {

    /** The case it happened in; also the record's key. */
    CaseId caseId();
}
