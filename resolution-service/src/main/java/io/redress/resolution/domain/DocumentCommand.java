package io.redress.resolution.domain;

/** What is said about something beside the cases. */
public sealed interface DocumentCommand extends ResolutionCommand
        permits ResourceCommand, IncidentRemedyCommand, OrderCommand {}
