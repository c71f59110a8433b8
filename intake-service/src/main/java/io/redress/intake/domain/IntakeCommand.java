package io.redress.intake.domain;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.Owner;
import io.redress.intake.domain.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/** What intake can be told to do. */
public sealed interface IntakeCommand
        permits ConversationCommand, IntakeCommand.FileComplaint, IntakeCommand.Hear, IntakeCommand.DeadlineReached {

    /** A frontline app files a complaint. */
    record FileComplaint(
            CaseId caseId,
            String key,
            String fingerprint,
            @Nullable String reference,
            @Nullable String clientReference,
            String submittedBy,
            Customer customer,
            Complaint.@Nullable Contact contact,
            String channel,
            String language,
            String text,
            Owner owner,
            Diagnosis diagnosis)
            implements IntakeCommand {}

    /**
     * Another service has said something that the customer may have to hear.
     *
     * @param eventId cited by the message that follows from it
     */
    record Hear(CaseEvent event, String eventId) implements IntakeCommand {}

    /** It may be time to tell the customer that it takes longer. */
    record DeadlineReached() implements IntakeCommand {}
}
