package io.redress.intake.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;

/** What intake knows of a case. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface IntakeState {

    /** Nobody has complained under this id. */
    record Unfiled() implements IntakeState {}

    /**
     * A complaint, what it seems to be about, and how far it is.
     *
     * @param conversation what was said after the complaint
     * @param kinship which other cases say the same
     * @param deliveries how far each message is on its way to the customer
     */
    record Filed(
            Complaint complaint,
            ComplaintDiagnosed diagnosis,
            Progress progress,
            Conversation conversation,
            Kinship kinship,
            Deliveries deliveries)
            implements IntakeState {
        /** A state that was written before a field existed lacks it. */
        public Filed {
            kinship = kinship == null ? Kinship.NONE : kinship;
        }

        static Filed of(Complaint complaint, ComplaintDiagnosed diagnosis, Progress progress) {
            return new Filed(complaint, diagnosis, progress, Conversation.NONE, Kinship.NONE, Deliveries.NONE);
        }

        /** Whether what the customer says again is answered here: a solved case did not help, a merged one is silent. */
        public boolean takesFurtherWords() {
            return progress.status() == Progress.Status.OPEN && kinship.mergedInto() == null && !kinship.full(0);
        }

        Filed with(ComplaintDiagnosed revised) {
            return new Filed(complaint, revised, progress, conversation, kinship, deliveries);
        }

        Filed with(Progress next) {
            return new Filed(complaint, diagnosis, next, conversation, kinship, deliveries);
        }

        Filed with(Conversation next) {
            return new Filed(complaint, diagnosis, progress, next, kinship, deliveries);
        }

        Filed with(Kinship next) {
            return new Filed(complaint, diagnosis, progress, conversation, next, deliveries);
        }

        Filed with(Deliveries next) {
            return new Filed(complaint, diagnosis, progress, conversation, kinship, next);
        }
    }
}
