package io.redress.resolution.domain;

/** What is remembered beside the cases. */
public sealed interface DocumentFact extends ResolutionFact permits ResourceFact, IncidentRemedyFact, OrderFact {}
