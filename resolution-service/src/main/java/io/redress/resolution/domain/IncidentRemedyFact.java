package io.redress.resolution.domain;

/** What is remembered of the remedy of an incident. */
public sealed interface IncidentRemedyFact extends DocumentFact {

    /** A beginning. */
    record IncidentRemedyBegun() implements IncidentRemedyFact {}
}
