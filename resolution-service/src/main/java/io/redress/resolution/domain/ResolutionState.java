package io.redress.resolution.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the resolution service knows under one id. What was stored before cases had assurances is a bare progress. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface ResolutionState permits ResolutionCase, Progress, ResolutionState.Document {

    /** What is known beside the cases, under an id that no case can have. */
    sealed interface Document extends ResolutionState permits Resource, IncidentRemedy, OrderWalk {}
}
