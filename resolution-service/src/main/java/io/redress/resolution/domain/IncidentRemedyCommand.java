package io.redress.resolution.domain;

/** What is said about the remedy of an incident. */
public sealed interface IncidentRemedyCommand extends DocumentCommand {

    /** A beginning. */
    record BeginIncidentRemedy() implements IncidentRemedyCommand {}
}
