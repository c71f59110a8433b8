package io.redress.intake.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ProactiveCaseOpened;
import io.redress.contracts.Owner;
import io.redress.intake.domain.customers.CustomerFile;
import io.redress.intake.domain.drills.Drill;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What intake knows of a case. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface IntakeState {

    /** Nobody has complained under this id. */
    record Unfiled() implements IntakeState {}

    /** Somebody to whom messages are on their way. */
    sealed interface Correspondence extends IntakeState permits Filed, Remedied {

        /** How far each message is. */
        Deliveries deliveries();

        /** The same with messages that are further. */
        Correspondence with(Deliveries next);

        /** How to reach the person; null where nobody knows. */
        Complaint.@Nullable Contact reachedAt();
    }

    /**
     * An incident has affected a customer who has not complained, and something was done for it.
     *
     * @param eventId of what said so
     * @param addressed whether the customer has been told
     * @param contact absent where nobody knows one
     */
    record Remedied(
            AccountRemedied remedied,
            String eventId,
            boolean addressed,
            Complaint.@Nullable Contact contact,
            Deliveries deliveries)
            implements Correspondence {

        @Override
        public Remedied with(Deliveries next) {
            return new Remedied(remedied, eventId, addressed, contact, next);
        }

        @Override
        public Complaint.@Nullable Contact reachedAt() {
            return contact;
        }
    }

    /**
     * A complaint, what it seems to be about, and how far it is.
     *
     * @param conversation what was said after the complaint
     * @param kinship which other cases say the same
     * @param deliveries how far each message is on its way to the customer
     * @param textErrors errors that people found in those messages
     * @param aftermath what came of it after it was closed
     */
    record Filed(
            Complaint complaint,
            ComplaintDiagnosed diagnosis,
            Progress progress,
            Conversation conversation,
            Kinship kinship,
            Deliveries deliveries,
            TextErrors textErrors,
            Aftermath aftermath)
            implements Correspondence {

        public Filed {
            // A state that an older version wrote lacks what came later.
            conversation = conversation == null ? Conversation.BEFORE : conversation;
            kinship = kinship == null ? Kinship.NONE : kinship;
            deliveries = deliveries == null ? Deliveries.NONE : deliveries;
            textErrors = textErrors == null ? TextErrors.NONE : textErrors;
            aftermath = aftermath == null ? Aftermath.NONE : aftermath;
        }

        static Filed of(Complaint complaint, ComplaintDiagnosed diagnosis, Progress progress) {
            return new Filed(
                    complaint,
                    diagnosis,
                    progress,
                    Conversation.NONE,
                    Kinship.NONE,
                    Deliveries.NONE,
                    TextErrors.NONE,
                    Aftermath.NONE);
        }

        /** Whether what the customer says again is answered here: a solved case did not help, a merged one is silent. */
        public boolean takesFurtherWords() {
            return progress.status() == Progress.Status.OPEN && kinship.mergedInto() == null && !kinship.full(0);
        }

        /** How often the customer had to come back: with the same complaint again, or with words while it was our turn (R54). */
        public int repeatedContacts() {
            return kinship.joined().size() + conversation.repeated();
        }

        /** The same in the hands of another consultant. */
        Filed ownedBy(Owner owner) {
            return new Filed(
                    complaint.ownedBy(owner),
                    diagnosis,
                    progress,
                    conversation,
                    kinship,
                    deliveries,
                    textErrors,
                    aftermath);
        }

        Filed with(ComplaintDiagnosed revised) {
            return new Filed(complaint, revised, progress, conversation, kinship, deliveries, textErrors, aftermath);
        }

        Filed with(Progress next) {
            return new Filed(complaint, diagnosis, next, conversation, kinship, deliveries, textErrors, aftermath);
        }

        Filed with(Conversation next) {
            return new Filed(complaint, diagnosis, progress, next, kinship, deliveries, textErrors, aftermath);
        }

        Filed with(Kinship next) {
            return new Filed(complaint, diagnosis, progress, conversation, next, deliveries, textErrors, aftermath);
        }

        @Override
        public Filed with(Deliveries next) {
            return new Filed(complaint, diagnosis, progress, conversation, kinship, next, textErrors, aftermath);
        }

        @Override
        public Complaint.@Nullable Contact reachedAt() {
            return complaint.contact();
        }

        Filed with(TextErrors next) {
            return new Filed(complaint, diagnosis, progress, conversation, kinship, deliveries, next, aftermath);
        }

        Filed with(Aftermath next) {
            return new Filed(complaint, diagnosis, progress, conversation, kinship, deliveries, textErrors, next);
        }
    }

    /**
     * A shipment is watched before anybody complains (R46).
     *
     * @param opened with whoever owns it now
     * @param closed whether it is prepared, and the case over
     * @param departments that have a part in it, the leading one first
     */
    record Prepared(
            ProactiveCaseOpened opened,
            boolean closed,
            List<DepartmentCode> departments,
            @Nullable Instant closedAt) implements IntakeState {
        public Prepared {
            // A state that an older version wrote has none.
            departments = departments == null ? List.of() : List.copyOf(departments);
        }
    }

    /** Whether the whole organisation is in a crisis. */
    record Organisation(boolean inCrisis) implements IntakeState {}

    /** A customer, over all cases. */
    record Known(CustomerFile file) implements IntakeState {}

    /** No case at all: a consultant trains. */
    record Drilled(Drill drill) implements IntakeState {}
}
