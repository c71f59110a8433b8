package io.redress.intake.domain;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;

/** What intake decides. */
public sealed interface IntakeFact
        permits ConversationFact, IntakeFact.Published, IntakeFact.ComplaintFiled, IntakeFact.MovedOn {

    /** Told to everybody. */
    record Published(CaseEvent event) implements IntakeFact {}

    /** The complaint with all that stays inside intake. */
    record ComplaintFiled(Complaint complaint, ComplaintDiagnosed diagnosis, Progress progress) implements IntakeFact {}

    /** The case is further, or back; the reason is the event that led to it. */
    record MovedOn(Progress progress) implements IntakeFact {}
}
