package io.redress.intake.domain;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.Owner;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What intake can be told to do. */
public sealed interface IntakeCommand
        permits DeliveryCommand,
                SettleUnknown,
                ConversationCommand,
                IntakeCommand.FileComplaint,
                IntakeCommand.Hear,
                IntakeCommand.DeadlineReached,
                IntakeCommand.ChangeOwner,
                TextErrorCommand,
                CustomerCommand,
                OpenForShipment,
                DrillCommand,
                CrisisCommand,
                AccountCommand,
                KinshipCommand {

    /**
     * A complaint is filed, or taken over from another system's history.
     *
     * @param receivedAt when the customer said it; null for now
     */
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
            Diagnosis diagnosis,
            Origin origin,
            @Nullable Instant receivedAt)
            implements IntakeCommand {

        /** One that comes straight from the client. */
        public FileComplaint(
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
                Diagnosis diagnosis) {
            this(
                    caseId,
                    key,
                    fingerprint,
                    reference,
                    clientReference,
                    submittedBy,
                    customer,
                    contact,
                    channel,
                    language,
                    text,
                    owner,
                    diagnosis,
                    Origin.DIRECT,
                    null);
        }

        /** What the customer wrote this time, without what an e-mail quotes. */
        public String ownWords() {
            return origin.ownWords(text);
        }
    }

    /**
     * Another service has said something that the customer may have to hear.
     *
     * @param eventId cited by the message that follows from it
     */
    record Hear(CaseEvent event, String eventId) implements IntakeCommand {}

    /** Another consultant has taken the case over (R59). */
    record ChangeOwner(Owner owner) implements IntakeCommand {}

    /** It may be time to tell the customer that it takes longer. */
    record DeadlineReached() implements IntakeCommand {}
}
