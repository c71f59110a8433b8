package io.redress.intake.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;

/** What intake knows of a case. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface IntakeState {

    /** Nobody has complained under this id. */
    record Unfiled() implements IntakeState {}

    /** A complaint, what it seems to be about, and how far it is. */
    record Filed(Complaint complaint, ComplaintDiagnosed diagnosis, Progress progress) implements IntakeState {}
}
